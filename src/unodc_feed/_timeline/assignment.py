"""Which entries belong together, when all pairs are weighed at once.

In: the language of every entry, the pairs that are candidates, and the gain of joining two entries (positive if the
evidence is for it, negative if against).  Out: groups of entries, no two of one language in a group, such that the sum
of the gains inside the groups is as large as possible (correlation clustering).  A third version therefore supports or
contradicts a pair, and two stories of one day cannot swap partners unless that is better on the whole.

The entries fall into components that no gain connects.  Each is first solved by joining and improving; a small one is
then solved exactly by branch and bound.  The work on one component is bounded, and depends on the order of the entries
only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

EXACT_SIZE = 14
"""Components of at most so many entries are solved exactly, ..."""
EXACT_STEPS = 20_000
"""... unless it takes more steps than this: then the best that was found stands."""
PASSES = 6
"""So often the entries of a component are gone through to improve it."""

Gain = Callable[[int, int], float]


def assign(languages: Sequence[str], pairs: Iterable[tuple[int, int]], gain: Gain) -> list[tuple[int, ...]]:
    """Return the groups, each sorted, in the order of their first entries.

    >>> gains = {(0, 1): 5.0, (0, 3): 4.0, (1, 2): 4.0, (2, 3): 2.0}
    >>> assign(["en", "ru", "en", "ru"], gains, lambda a, b: gains.get((a, b), -3.0))
    [(0, 3), (1, 2)]
    """
    for_it = sorted(pair for pair in pairs if gain(*pair) > 0)
    groups = []
    for component, inside in _components(len(languages), for_it):
        parts = _Partition(component, languages, gain)
        parts.join(inside)
        parts.improve(inside)
        found = parts.groups()
        if 2 < len(component) <= EXACT_SIZE:
            found = _Search(component, languages, gain, found).run()
        groups += found
    return sorted(groups)


def _components(size: int, pairs: Sequence[tuple[int, int]]) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Return the entries that the pairs connect, with the pairs inside each component."""
    root = list(range(size))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in pairs:
        root[max(find(a), find(b))] = min(find(a), find(b))
    members: dict[int, tuple[list[int], list[tuple[int, int]]]] = {}
    for one in range(size):
        members.setdefault(find(one), ([], []))[0].append(one)
    for a, b in pairs:
        members[find(a)][1].append((a, b))
    return list(members.values())


class _Partition:
    """Groups under way."""

    def __init__(self, component: Sequence[int], languages: Sequence[str], gain: Gain) -> None:
        self._languages = languages
        self._gain = gain
        self._group = {one: one for one in component}
        self._members = {one: [one] for one in component}

    def groups(self) -> list[tuple[int, ...]]:
        """Return the groups as they are now."""
        return sorted(tuple(sorted(members)) for members in self._members.values() if members)

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join the two groups that gain most, again and again."""
        heap = [(-self._between(a, b), a, b, 1, 1) for a, b in pairs]
        heapify(heap)
        near: dict[int, set[int]] = {one: set() for one in self._members}
        for _, a, b, _, _ in heap:
            near[a].add(b)
            near[b].add(a)
        while heap and heap[0][0] < 0:
            _, a, b, size_a, size_b = heappop(heap)
            if len(self._members[a]) != size_a or len(self._members[b]) != size_b:
                continue  # one of them has changed since
            for one in self._members[b]:
                self._group[one] = a
            self._members[a] += self._members[b]
            self._members[b] = []
            near[a] = {c for c in near[a] | near.pop(b) if self._members[c] and c != a}
            for c in sorted(near[a]):
                near[c].add(a)
                low, high = min(a, c), max(a, c)
                heappush(
                    heap, (-self._between(low, high), low, high, len(self._members[low]), len(self._members[high]))
                )

    def _between(self, a: int, b: int) -> float:
        """Tell what joining two groups gains; nothing if they have a language in common."""
        spoken = {self._languages[one] for one in self._members[a]}
        if any(self._languages[one] in spoken for one in self._members[b]):
            return 0.0
        return sum(self._gain(min(x, y), max(x, y)) for x in self._members[a] for y in self._members[b])

    def improve(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Move or exchange single entries as long as that gains anything."""
        near: dict[int, list[int]] = {}
        for a, b in pairs:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
        moves = [True]
        passes = 0
        while any(moves) and passes < PASSES:
            moves = [self._move(one, near[one]) for one in sorted(near)]
            passes += 1

    def _move(self, one: int, near: Sequence[int]) -> bool:
        """Put an entry where it gains most: alone, or into a group near it, in exchange for the one of its language."""
        home = self._group[one]
        stay = self._to(one, self._members[home])
        best, target, evicted = -stay, None, None
        for group in sorted({self._group[other] for other in near} - {home}):
            rival = next((x for x in self._members[group] if self._languages[x] == self._languages[one]), None)
            rest = [x for x in self._members[group] if x != rival]
            change = self._to(one, rest) - stay
            if rival is not None:
                left = [x for x in self._members[home] if x != one]
                change += max(0.0, self._to(rival, left)) - self._to(rival, rest)
            if change > best + 1e-9:
                best, target, evicted = change, group, rival
        if best <= 1e-9:
            return False
        self._members[home].remove(one)
        if evicted is not None and target is not None:
            self._members[target].remove(evicted)
            self._settle(evicted, home if self._to(evicted, self._members[home]) > 0 else None)
        self._settle(one, target)
        return True

    def _to(self, one: int, others: Iterable[int]) -> float:
        return sum(self._gain(min(one, x), max(one, x)) for x in others if x != one)

    def _settle(self, one: int, group: int | None) -> None:
        """Put an entry into a group, or into the first empty one."""
        if group is None:
            group = one if not self._members[one] else next(g for g, members in self._members.items() if not members)
        self._group[one] = group
        self._members[group].append(one)


class _Search:
    """Branch and bound over all partitions of a small component."""

    def __init__(
        self, component: Sequence[int], languages: Sequence[str], gain: Gain, start: list[tuple[int, ...]]
    ) -> None:
        self._order = list(component)
        self._languages = languages
        self._gain = {
            (a, b): gain(a, b) for a in component for b in component if a < b and languages[a] != languages[b]
        }
        self._hope = [0.0] * (len(component) + 1)
        for n in range(len(component) - 1, -1, -1):
            here = self._order[n]
            possible = sum(max(0.0, self._gain.get((x, here), 0.0)) for x in self._order[:n])
            self._hope[n] = self._hope[n + 1] + possible
        self._best = start
        self._most = sum(self._gain[pair] for group in start for pair in _pairs(group))
        self._steps = 0

    def run(self) -> list[tuple[int, ...]]:
        """Return the best groups."""
        self._place(0, 0.0, [])
        return self._best

    def _place(self, n: int, so_far: float, groups: list[list[int]]) -> None:
        self._steps += 1
        if self._steps > EXACT_STEPS or so_far + self._hope[n] <= self._most + 1e-9:
            return
        if n == len(self._order):
            self._best, self._most = [tuple(group) for group in groups], so_far
            return
        here = self._order[n]
        for group in list(groups):
            if all(self._languages[x] != self._languages[here] for x in group):
                group.append(here)
                self._place(n + 1, so_far + sum(self._gain[x, here] for x in group[:-1]), groups)
                group.pop()
        groups.append([here])
        self._place(n + 1, so_far, groups)
        groups.pop()


def _pairs(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((a, b) for n, a in enumerate(group) for b in group[n + 1 :])
