using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

internal sealed class EnglishRuleWords : RuleWords
{
    private const string OrUntold = "(or tell nothing about it)";

    public override string And => "and";

    public override string Either => "either";

    public override string Or => "or";

    public override string OrPeople => "or people";

    public override string SomePeople => "people";

    public override string Everybody => "everybody";

    public override string Nobody => "nobody";

    public override string Nothing => "nothing";

    public override string OwnOffer => "what is set for this group";

    public override string AllPools => "all groups";

    public override string OtherDepartments => "from departments other than those named";

    public override string Of(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => $"who work with AI now and then or more {OrUntold}",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => $"who work with AI most days {OrUntold}",
        (Measure.AiUseBand, _) => $"who work with AI nearly every day {OrUntold}",
        (Measure.DaysSinceContact, var days) => $"who have met nobody through the bot for {Count(days, "day")} or longer",
        (Measure.LongestGap, var minutes) => $"with a free moment of {minutes} minutes or more",
        (Measure.OfficeDays, var days) => $"who are in the office {Count(days, "day")} or more this week",
        (Measure.RemoteShare, var percent) => $"who are away from the office {percent} % or more of their working days",
        (Measure.DaysSinceJoining, var days) => $"who began at most {Count(days, "day")} ago",
        (Measure.TurnsLeftOut, var turns) => $"whose yes found nobody {Count(turns, "time")} or more",
        (Measure.OwnRequest, _) => "who asked for it themselves",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
    };

    public override string Not(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => $"who do not work with AI {OrUntold}",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => $"who work with AI now and then at most {OrUntold}",
        (Measure.AiUseBand, _) => $"who do not work with AI nearly every day {OrUntold}",
        (Measure.DaysSinceContact, var days) => $"who met somebody through the bot less than {Count(days, "day")} ago",
        (Measure.LongestGap, var minutes) => $"without a free moment of {minutes} minutes or more",
        (Measure.OfficeDays, var days) => $"who are in the office fewer than {Count(days, "day")} this week",
        (Measure.RemoteShare, var percent) => $"who are away from the office less than {percent} % of their working days",
        (Measure.DaysSinceJoining, var days) => $"who began more than {Count(days, "day")} ago",
        (Measure.TurnsLeftOut, var turns) => $"whose yes found nobody fewer than {Count(turns, "time")}",
        (Measure.OwnRequest, _) => "who did not ask for it themselves",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
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
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No text for this signal."),
    };

    public override string Department(IReadOnlyList<string> names) =>
        names.Count == 1 ? $"from the {names[0]} department" : $"from one of the departments {List(names)}";

    public override string NotDepartment(IReadOnlyList<string> names) =>
        names.Count == 1 ? $"who are not in the {names[0]} department" : $"who are in none of the departments {List(names)}";

    public override string Band(AiUseBand band) => band switch
    {
        AiUseBand.None => "not at all",
        AiUseBand.Some => "now and then",
        AiUseBand.MostDays => "most days",
        _ => "nearly every day",
    };

    public override string OfBand(AiUseBand band) => band == AiUseBand.None ? "who do not work with AI" : $"who work with AI {Band(band)}";

    public override string OfferName(Offer offer) => offer switch
    {
        Offer.Coffee => "coffee",
        Offer.Walk => "a walk",
        Offer.Lunch => "lunch",
        Offer.CoWorking => "working side by side",
        Offer.Help => "a hand with something",
        _ => throw new ArgumentOutOfRangeException(nameof(offer), offer, "No text for this offer."),
    };

    public override string Whom(IReadOnlyList<string> pools, string? condition)
    {
        var people = pools.Count switch
        {
            0 => "everybody who takes part",
            1 => $"those who take part in {pools[0]}",
            _ => $"those who take part in one of the groups {List(pools)}",
        };
        return condition is null ? $"For {people}." : $"Of {people}: {condition}.";
    }

    public override string What(Offer? offer) => offer switch
    {
        null => "We offer what is set for this group.",
        Offer.CoWorking => "We offer to work on something real together.",
        { } other => $"We offer {OfferName(other)}.",
    };

    public override string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks)
    {
        if (mostPerWeek == 0)
        {
            return "This invites nobody: the most a week is 0.";
        }

        var most = $"t most {(mostPerWeek == 1 ? "one" : mostPerWeek)} a week";
        var often = cadenceWeeks == 0 ? $"A{most}" : $"At most once {Weeks(cadenceWeeks)} by this rule, and a{most} in all";
        return $"{often}; after silence it gets quieter and quieter, down to once {Weeks(longestBackOffWeeks)}.";
    }

    public override string Quiet(DailySpan quiet) => $"Nothing between {Time(quiet.From)} and {Time(quiet.To)}.";

    public override string Keeps(int days, int groupMinimum)
    {
        var aboutAi = days > Rule.AiFactRetentionDays ? $" (those about AI {Rule.AiFactRetentionDays} days)" : "";
        return $"We keep the reasons {Count(days, "day")} after the answer{aboutAi}; we never count over fewer than {groupMinimum} people.";
    }

    public override string NewSignal(string signal) => $"From now on uses {signal} to choose who gets an invitation.";

    public override string Wider(WiderUse wider, string people) => wider.Kind switch
    {
        WideningKind.NewSignal => $"Lets AI use weigh more: {wider.Before} → {wider.After} points.",
        WideningKind.LargerAudience => $"Is for people, too, for whom the rule was not before: {people}.",
        WideningKind.LongerKeeping => $"Keeps reasons longer: {wider.Before} → {wider.After} days.",
        WideningKind.LowerMinimum => $"Counts over fewer people: {wider.Before} → {wider.After}.",
        _ => throw new ArgumentOutOfRangeException(nameof(wider), wider.Kind, "No text for this kind."),
    };

    public override string Field(string name) => name switch
    {
        "name.nl" or "name.en" => $"name ({name[^2..]})",
        "why.nl" or "why.en" => $"why ({name[^2..]})",
        "pools" => "groups",
        "when" => "conditions",
        "offer" => "offer",
        "order" => "order",
        "cadenceWeeks" => "weeks between",
        "mostPerWeek" => "most a week",
        "longestBackOffWeeks" => "longest rest after silence, in weeks",
        "keepFactsDays" => "days reasons are kept",
        "groupMinimum" => "smallest group",
        "quietHours.from" => "quiet from",
        "quietHours.to" => "quiet until",
        "weights.contact" => "points for time since a contact",
        "weights.contactDays" => "days for all of those points",
        "weights.aiUse" => "points for working much with AI",
        "weights.turnsLeftOut" => "points for having been left over",
        "weights.newcomer" => "points for being new",
        "weights.newcomerDays" => "days somebody is new",
        "weights.remote" => "points for working remotely",
        "weights.ownRequest" => "points for having asked for it",
        "weights.unknownStandsFor" => "who tells nothing about AI counts as",
        _ => name,
    };

    private static string List(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.SkipLast(1).Select(name => $"‘{name}’"))} and ‘{names[^1]}’";

    private static string Weeks(int count) => count == 1 ? "a week" : $"every {count} weeks";

    private static string Count(int count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";
}
