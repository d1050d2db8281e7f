using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>Finds out, without data about people, whether anybody can meet conditions. Bands are assumed to be known.</summary>
internal sealed class Satisfiability
{
    // Nested alternatives can take very long to try; a rule that needs more steps is assumed to select somebody.
    private const int MaxSteps = 100_000;
    private int steps;

    /// <summary>Whether a person can meet all of the first conditions and none of the second.</summary>
    public static bool IsPossible(IEnumerable<Condition> holding, params IEnumerable<Condition> failing) =>
        new Satisfiability().Try([.. holding.Select(one => (one, true)), .. failing.Select(one => (one, false))], Constraints.None);

    private bool Try(ImmutableStack<(Condition Condition, bool Holds)> open, Constraints constraints)
    {
        while (!open.IsEmpty)
        {
            if (++steps > MaxSteps)
            {
                return true;
            }

            open = open.Pop(out var next);
            var holds = next.Holds;
            switch (next.Condition)
            {
                case Negation not:
                    open = open.Push((not.Item, !holds));
                    break;
                case AllOf { Items: var items } when holds:
                    open = Push(open, items, true);
                    break;
                case AnyOf { Items: var items } when !holds:
                    open = Push(open, items, false);
                    break;
                case AllOf { Items: var items }:
                    return items.Any(item => Try(open.Push((item, false)), constraints));
                case AnyOf { Items: var items }:
                    return items.Any(item => Try(open.Push((item, true)), constraints));
                default:
                    var narrowed = next.Condition is Threshold threshold
                        ? constraints.With(threshold, holds)
                        : constraints.With((DepartmentIn)next.Condition, holds);
                    if (narrowed is null)
                    {
                        return false;
                    }

                    constraints = narrowed;
                    break;
            }
        }

        return true;
    }

    private static ImmutableStack<(Condition, bool)> Push(
        ImmutableStack<(Condition, bool)> open, ImmutableArray<Condition> items, bool holds) =>
        items.Aggregate(open, (stack, item) => stack.Push((item, holds)));
}
