using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.DryRuns;

/// <summary>The stored, blurred counts behind a dry-run.</summary>
/// <param name="Audience">The pool's participants.</param>
/// <param name="Asked">How many of them a round for everybody asks.</param>
/// <param name="Selected">How many the rules select.</param>
/// <param name="IsEverybodyOrNobody">Whether the last is known without a count, and so exactly.</param>
public readonly record struct DryRunCounts(int Audience, int Asked, int Selected, bool IsEverybodyOrNobody);

/// <summary>
/// What rules would do in four weeks, each as a spread that holds 95 times in 100. It is computed from blurred counts that are stored
/// already and from what the rules say, so it reveals nothing that those counts do not. Answers, silence and people's own wish for fewer
/// invitations are not in it: they only lower it.
/// </summary>
/// <param name="Invitations">Invitations in a week with a round.</param>
/// <param name="Reached">The percentage of participants invited at least once.</param>
/// <param name="Unreached">Participants who are not invited.</param>
/// <param name="EachAtLeast">The fewest invitations of somebody who is invited.</param>
/// <param name="EachAtMost">The most invitations of one person.</param>
public sealed record DryRunOutlook(Spread Invitations, Spread Reached, Spread Unreached, int EachAtLeast, int EachAtMost)
{
    /// <summary>The number of weeks it is about.</summary>
    public const int Weeks = 4;

    /// <param name="counts">What was counted.</param>
    /// <param name="rules">The rules for the pool.</param>
    /// <param name="rounds">How many rounds the pool has in four weeks, at most one a week.</param>
    public static DryRunOutlook Of(DryRunCounts counts, IReadOnlyCollection<Rule> rules, int rounds)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var audience = Around(counts.Audience);
        var asked = Around(counts.Asked);
        var ofEverybody = Share(asked, audience);
        var selected = counts.IsEverybodyOrNobody
            ? counts.Selected > 0 ? (Low: 1.0, High: 1.0) : (0, 0)
            : Share(Around(counts.Selected), audience);

        // A rule that invites nobody still selects people; how many of them is not known, unless another rule invites everybody.
        var inviting = rules.Where(rule => rule.Budget.MostPerWeek > 0).ToList();
        var forAll = inviting.Where(rule => ConditionText.Of(rule.When) == ConditionText.Everyone).ToList();
        selected = (
            inviting.Count < rules.Count && forAll.Count == 0 ? 0 : selected.Low, inviting.Count == 0 || rounds == 0 ? 0 : selected.High);

        // At least: everybody was just asked, and the same people can be asked in each round. At most: others in each. Whom a rule for
        // everybody may ask again, may be asked again.
        var rest = forAll.Count > 0
            ? forAll.Min(rule => rule.CadenceWeeks) : inviting.Select(rule => rule.CadenceWeeks).DefaultIfEmpty(0).Max();
        var reached = (Low: selected.Low * ofEverybody.Low, High: selected.High * Math.Min(1, rounds * ofEverybody.High));
        var each = inviting.Sum(rule => Turns(rule, rounds));
        return new DryRunOutlook(
            Spread.Around(selected.Low * asked.Low / Math.Max(1, rest), selected.High * asked.High),
            Spread.Around(100 * reached.Low, 100 * reached.High),
            Spread.Around(audience.Low * (1 - reached.High), audience.High * (1 - reached.Low)),
            reached.High > 0 ? 1 : 0, reached.High > 0 ? Math.Min(rounds, each) : 0);
    }

    private static int Turns(Rule rule, int rounds) =>
        rule.CadenceWeeks == 0 ? rounds : Math.Min(rounds, (Weeks + rule.CadenceWeeks - 1) / rule.CadenceWeeks);

    private static (double Low, double High) Around(int blurred) => (Math.Max(0, blurred - Estimate.Margin), blurred + Estimate.Margin);

    private static (double Low, double High) Share((double Low, double High) part, (double Low, double High) whole) => (
        whole.High == 0 ? 0 : Math.Min(1, part.Low / whole.High),
        whole.Low == 0 ? (part.High > 0 ? 1 : 0) : Math.Min(1, part.High / whole.Low));
}
