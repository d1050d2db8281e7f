using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

internal sealed class EnglishRuleWords : RuleWords
{
    public override string And => "and";

    public override string Or => "or";

    public override string Anything => "in any case";

    public override string Nothing => "nothing";

    public override string Not(string what) => $"not: {what}";

    public override string Of(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => "who work with AI now and then or more, or tell nothing about it",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => "who work with AI most days, or tell nothing about it",
        (Measure.AiUseBand, _) => "who work with AI nearly every day, or tell nothing about it",
        (Measure.DaysSinceContact, var days) => $"who have met nobody through the bot for {Count(days, "day")} or longer",
        (Measure.LongestGap, var minutes) => $"with a gap of {minutes} minutes or more",
        (Measure.OfficeDays, var days) => $"who are in the office {Count(days, "day")} or more this week",
        (Measure.RemoteShare, var percent) => $"who are away from the office {percent} % or more of their working days",
        (Measure.DaysSinceJoining, var days) => $"who began at most {Count(days, "day")} ago",
        (Measure.TurnsLeftOut, var turns) => $"whose yes found nobody {Count(turns, "time")} or more",
        (Measure.OwnRequest, _) => "who asked for it themselves",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No words for this measure."),
    };

    public override string Of(Signal signal) => signal switch
    {
        Signal.AiUseBand => "how much somebody works with AI",
        Signal.LastContact => "when somebody last met a colleague",
        Signal.Gaps => "how long somebody's free moments are",
        Signal.OfficeDays => "on which days somebody is in the office",
        Signal.Tenure => "when somebody began here",
        Signal.TurnsLeftOut => "how often a yes found nobody",
        Signal.OwnRequest => "whether somebody asked for it themselves",
        Signal.Department => "somebody's department",
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No words for this signal."),
    };

    public override string Department(IReadOnlyList<string> names) => $"from {string.Join(" or ", names)}";

    public override string Whom(IReadOnlyList<string> pools, string? condition)
    {
        var people = pools.Count == 0 ? "everybody who takes part" : $"those who take part in {string.Join(" or ", pools)}";
        return condition is null ? $"For {people}." : $"For {people}: people {condition}.";
    }

    public override string What(Offer? offer) => offer switch
    {
        null => "We offer what belongs to the group.",
        Offer.Coffee => "We offer coffee.",
        Offer.Walk => "We offer a walk.",
        Offer.Lunch => "We offer lunch.",
        Offer.CoWorking => "We offer to work on something real together.",
        Offer.Help => "We offer a hand with something.",
        _ => throw new ArgumentOutOfRangeException(nameof(offer), offer, "No words for this offer."),
    };

    public override string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks)
    {
        var cadence = cadenceWeeks == 0 ? "" : $"At most once {Weeks(cadenceWeeks)} by this rule. ";
        var quietest = Weeks(longestBackOffWeeks);
        return $"{cadence}At most {mostPerWeek} a week; after silence it gets quieter and quieter, down to once {quietest}.";
    }

    public override string Quiet(DailySpan quiet) => $"Nothing between {Time(quiet.From)} and {Time(quiet.To)}.";

    public override string Keeps(int days, int groupMinimum) =>
        $"We keep the reasons {Count(days, "day")} after the answer (about AI 10); we never count over fewer than {groupMinimum} people.";

    public override string NewSignal(string signal) => $"From now on uses {signal} to choose who gets an invitation.";

    public override string Wider(WiderUse wider) => wider.Kind switch
    {
        WideningKind.NewSignal => $"Lets AI use weigh more: {wider.Before} → {wider.After}.",
        WideningKind.LargerAudience => $"Is for people, too, for whom the rule was not before: {wider.After}.",
        WideningKind.LongerKeeping => $"Keeps reasons longer: {wider.Before} → {wider.After} days.",
        WideningKind.LowerMinimum => $"Counts over fewer people: {wider.Before} → {wider.After}.",
        _ => throw new ArgumentOutOfRangeException(nameof(wider), wider.Kind, "No words for this."),
    };

    public override string Field(string name) => name switch
    {
        "name.nl" or "name.en" => $"name ({name[^2..]})",
        "why.nl" or "why.en" => $"why ({name[^2..]})",
        "pools" => "pools",
        "when" => "conditions",
        "offer" => "offer",
        "order" => "order",
        "cadenceWeeks" => "weeks between",
        "mostPerWeek" => "most a week",
        "longestBackOffWeeks" => "longest silence in weeks",
        "keepFactsDays" => "days reasons are kept",
        "groupMinimum" => "smallest group",
        "quietHours.from" => "quiet from",
        "quietHours.to" => "quiet until",
        _ => name,
    };

    private static string Weeks(int count) => count == 1 ? "a week" : $"in {count} weeks";

    private static string Count(int count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";
}
