using System.Collections.Immutable;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>Finds out, without any people, whether conditions can hold for anybody. Bands are taken as known.</summary>
internal static class Selection
{
    // Alternatives within alternatives can take long to try; a rule that needs more is taken to select somebody.
    private const int MostSteps = 100_000;

    /// <summary>Whether somebody can meet all of the first and none of the second.</summary>
    public static bool IsPossible(IEnumerable<Condition> holding, params IEnumerable<Condition> failing)
    {
        var steps = 0;
        ImmutableStack<(Condition, bool)> open = [.. holding.Select(one => (one, true)), .. failing.Select(one => (one, false))];
        return Try(open, Possible.Everybody, ref steps);
    }

    private static bool Try(ImmutableStack<(Condition Condition, bool Holds)> open, Possible left, ref int steps)
    {
        while (!open.IsEmpty)
        {
            if (++steps > MostSteps)
            {
                return true;
            }

            open = open.Pop(out var next);
            var (condition, holds) = next;
            switch (condition)
            {
                case Negation not:
                    open = open.Push((not.Item, !holds));
                    continue;
                case AllOf all when holds:
                    open = Push(open, all.Items, true);
                    continue;
                case AnyOf any when !holds:
                    open = Push(open, any.Items, false);
                    continue;
                case AllOf { Items: var items }:
                    return TryEach(items, false, open, left, ref steps);
                case AnyOf { Items: var items }:
                    return TryEach(items, true, open, left, ref steps);
            }

            if ((condition is Threshold threshold ? left.With(threshold, holds) : left.With((DepartmentIn)condition, holds)) is not { } narrowed)
            {
                return false;
            }

            left = narrowed;
        }

        return true;
    }

    private static bool TryEach(
        ImmutableArray<Condition> items, bool holds, ImmutableStack<(Condition Condition, bool Holds)> open, Possible left, ref int steps)
    {
        foreach (var item in items)
        {
            if (Try(open.Push((item, holds)), left, ref steps))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableStack<(Condition, bool)> Push(ImmutableStack<(Condition, bool)> open, ImmutableArray<Condition> items, bool holds)
    {
        foreach (var item in items)
        {
            open = open.Push((item, holds));
        }

        return open;
    }
}
