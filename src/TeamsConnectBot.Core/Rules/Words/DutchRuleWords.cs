using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

internal sealed class DutchRuleWords : RuleWords
{
    public override string And => "en";

    public override string Or => "of";

    public override string Anything => "hoe dan ook";

    public override string Nothing => "niets";

    public override string Not(string what) => $"niet: {what}";

    public override string Of(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => "die soms of vaker met AI werken, of daar niets over vertellen",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => "die de meeste dagen met AI werken, of daar niets over vertellen",
        (Measure.AiUseBand, _) => "die bijna elke dag met AI werken, of daar niets over vertellen",
        (Measure.DaysSinceContact, var days) => $"die {Count(days, "dag", "dagen")} of langer niemand via de bot troffen",
        (Measure.LongestGap, var minutes) => $"met een gat van {minutes} minuten of meer",
        (Measure.OfficeDays, var days) => $"die {Count(days, "dag", "dagen")} of meer op kantoor zijn deze week",
        (Measure.RemoteShare, var percent) => $"die {percent} % of meer van hun werkdagen niet op kantoor zijn",
        (Measure.DaysSinceJoining, var days) => $"die hooguit {Count(days, "dag", "dagen")} geleden begonnen",
        (Measure.TurnsLeftOut, var turns) => $"van wie een ja {Count(turns, "keer", "keer")} of vaker niemand vond",
        (Measure.OwnRequest, _) => "die er zelf om vroegen",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No words for this measure."),
    };

    public override string Of(Signal signal) => signal switch
    {
        Signal.AiUseBand => "hoeveel iemand met AI werkt",
        Signal.LastContact => "wanneer iemand voor het laatst een collega trof",
        Signal.Gaps => "hoe lang iemands vrije momenten zijn",
        Signal.OfficeDays => "op welke dagen iemand op kantoor is",
        Signal.Tenure => "wanneer iemand in dienst kwam",
        Signal.TurnsLeftOut => "hoe vaak een ja niemand vond",
        Signal.OwnRequest => "of iemand er zelf om vroeg",
        Signal.Department => "iemands afdeling",
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No words for this signal."),
    };

    public override string Department(IReadOnlyList<string> names) => $"van {string.Join(" of ", names)}";

    public override string Whom(IReadOnlyList<string> pools, string? condition)
    {
        var people = pools.Count == 0 ? "iedereen die meedoet" : $"wie meedoet in {string.Join(" of ", pools)}";
        return condition is null ? $"Voor {people}." : $"Voor {people}: mensen {condition}.";
    }

    public override string What(Offer? offer) => offer switch
    {
        null => "We bieden aan wat bij de groep hoort.",
        Offer.Coffee => "We bieden koffie aan.",
        Offer.Walk => "We bieden een wandeling aan.",
        Offer.Lunch => "We bieden een lunch aan.",
        Offer.CoWorking => "We bieden aan om samen aan iets echts te werken.",
        Offer.Help => "We bieden hulp bij iets aan.",
        _ => throw new ArgumentOutOfRangeException(nameof(offer), offer, "No words for this offer."),
    };

    public override string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks)
    {
        var cadence = cadenceWeeks == 0 ? "" : $"Hooguit eens per {Weeks(cadenceWeeks)} door deze regel. ";
        return $"{cadence}Hooguit {mostPerWeek} per week; na stilte wordt het steeds rustiger, tot eens per {Weeks(longestBackOffWeeks)}.";
    }

    public override string Quiet(DailySpan quiet) => $"Niets tussen {Time(quiet.From)} en {Time(quiet.To)}.";

    public override string Keeps(int days, int groupMinimum) =>
        $"De redenen bewaren we {Count(days, "dag", "dagen")} na het antwoord (over AI 10); we tellen nooit over minder dan {groupMinimum} mensen.";

    public override string NewSignal(string signal) => $"Gebruikt voortaan {signal} om te kiezen wie een uitnodiging krijgt.";

    public override string Wider(WiderUse wider) => wider.Kind switch
    {
        WideningKind.NewSignal => $"Laat AI-gebruik zwaarder wegen: {wider.Before} → {wider.After}.",
        WideningKind.LargerAudience => $"Is ook voor mensen voor wie de regel eerst niet was: {wider.After}.",
        WideningKind.LongerKeeping => $"Bewaart redenen langer: {wider.Before} → {wider.After} dagen.",
        WideningKind.LowerMinimum => $"Telt over minder mensen: {wider.Before} → {wider.After}.",
        _ => throw new ArgumentOutOfRangeException(nameof(wider), wider.Kind, "No words for this."),
    };

    public override string Field(string name) => name switch
    {
        "name.nl" or "name.en" => $"naam ({name[^2..]})",
        "why.nl" or "why.en" => $"waarom ({name[^2..]})",
        "pools" => "groepen",
        "when" => "voorwaarden",
        "offer" => "aanbod",
        "order" => "volgorde",
        "cadenceWeeks" => "weken ertussen",
        "mostPerWeek" => "hooguit per week",
        "longestBackOffWeeks" => "langste stilte in weken",
        "keepFactsDays" => "redenen bewaren, in dagen",
        "groupMinimum" => "kleinste groep",
        "quietHours.from" => "stil vanaf",
        "quietHours.to" => "stil tot",
        _ => name,
    };

    private static string Weeks(int count) => count == 1 ? "week" : $"{count} weken";

    private static string Count(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";
}
