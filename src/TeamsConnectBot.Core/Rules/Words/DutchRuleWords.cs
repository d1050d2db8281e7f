using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules;

internal sealed class DutchRuleWords : RuleWords
{
    private const string OrUntold = "(of daar niets over vertellen)";

    public override string And => "en";

    public override string Either => "ofwel";

    public override string Or => "ofwel";

    public override string OrPeople => "of mensen";

    public override string SomePeople => "mensen";

    public override string Everybody => "iedereen";

    public override string Nobody => "niemand";

    public override string Nothing => "niets";

    public override string OwnOffer => "wat voor deze groep is ingesteld";

    public override string AllPools => "alle groepen";

    public override string OtherDepartments => "van andere afdelingen dan de genoemde";

    public override string Of(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => $"die soms of vaker met AI werken {OrUntold}",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => $"die de meeste dagen met AI werken {OrUntold}",
        (Measure.AiUseBand, _) => $"die bijna elke dag met AI werken {OrUntold}",
        (Measure.DaysSinceContact, var days) => $"die {Count(days, "dag", "dagen")} of langer niemand via de bot troffen",
        (Measure.LongestGap, var minutes) => $"met een vrij moment van {minutes} minuten of meer",
        (Measure.OfficeDays, var days) => $"die {Count(days, "dag", "dagen")} of meer op kantoor zijn deze week",
        (Measure.RemoteShare, var percent) => $"die {percent} % of meer van hun werkdagen niet op kantoor zijn",
        (Measure.DaysSinceJoining, var days) => $"die hooguit {Count(days, "dag", "dagen")} geleden begonnen",
        (Measure.TurnsLeftOut, var turns) => $"van wie een ja {Count(turns, "keer", "keer")} of vaker niemand vond",
        (Measure.OwnRequest, _) => "die er zelf om vroegen",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
    };

    public override string Not(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => $"die niet met AI werken {OrUntold}",
        (Measure.AiUseBand, (int)AiUseBand.MostDays) => $"die hooguit soms met AI werken {OrUntold}",
        (Measure.AiUseBand, _) => $"die niet bijna elke dag met AI werken {OrUntold}",
        (Measure.DaysSinceContact, var days) => $"die minder dan {Count(days, "dag", "dagen")} geleden nog iemand via de bot troffen",
        (Measure.LongestGap, var minutes) => $"zonder een vrij moment van {minutes} minuten of meer",
        (Measure.OfficeDays, var days) => $"die minder dan {Count(days, "dag", "dagen")} op kantoor zijn deze week",
        (Measure.RemoteShare, var percent) => $"die minder dan {percent} % van hun werkdagen niet op kantoor zijn",
        (Measure.DaysSinceJoining, var days) => $"die langer dan {Count(days, "dag", "dagen")} geleden begonnen",
        (Measure.TurnsLeftOut, var turns) => $"van wie een ja minder dan {Count(turns, "keer", "keer")} niemand vond",
        (Measure.OwnRequest, _) => "die er niet zelf om vroegen",
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
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
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No text for this signal."),
    };

    public override string Department(IReadOnlyList<string> names) =>
        names.Count == 1 ? $"van afdeling {names[0]}" : $"van een van de afdelingen {List(names)}";

    public override string NotDepartment(IReadOnlyList<string> names) =>
        names.Count == 1 ? $"die niet bij afdeling {names[0]} horen" : $"die bij geen van de afdelingen {List(names)} horen";

    public override string Band(AiUseBand band) => band switch
    {
        AiUseBand.None => "niet",
        AiUseBand.Some => "soms",
        AiUseBand.MostDays => "de meeste dagen",
        _ => "bijna elke dag",
    };

    public override string OfBand(AiUseBand band) => $"die {Band(band)} met AI werken";

    public override string OfferName(Offer offer) => offer switch
    {
        Offer.Coffee => "koffie",
        Offer.Walk => "een wandeling",
        Offer.Lunch => "lunch",
        Offer.CoWorking => "samen werken",
        Offer.Help => "hulp bij iets",
        _ => throw new ArgumentOutOfRangeException(nameof(offer), offer, "No text for this offer."),
    };

    public override string Whom(IReadOnlyList<string> pools, string? condition)
    {
        var people = pools.Count switch
        {
            0 => "iedereen die meedoet",
            1 => $"wie meedoet in {pools[0]}",
            _ => $"wie meedoet in een van de groepen {List(pools)}",
        };
        return condition is null ? $"Voor {people}." : $"Van {people}: {condition}.";
    }

    public override string What(Offer? offer) => offer switch
    {
        null => "We bieden aan wat voor deze groep is ingesteld.",
        Offer.Lunch => "We bieden een lunch aan.",
        Offer.CoWorking => "We bieden aan om samen aan iets echts te werken.",
        { } other => $"We bieden {OfferName(other)} aan.",
    };

    public override string HowOften(int cadenceWeeks, int mostPerWeek, int longestBackOffWeeks)
    {
        if (mostPerWeek == 0)
        {
            return "Hierdoor wordt niemand uitgenodigd: het hoogste aantal per week is 0.";
        }

        var most = $"ooguit {(mostPerWeek == 1 ? "één" : mostPerWeek)} per week";
        var often = cadenceWeeks == 0 ? $"H{most}" : $"Hooguit eens per {Weeks(cadenceWeeks)} via deze regel, en in totaal h{most}";
        return $"{often}; na stilte wordt het steeds rustiger, tot eens per {Weeks(longestBackOffWeeks)}.";
    }

    public override string Quiet(DailySpan quiet) => $"Niets tussen {Time(quiet.From)} en {Time(quiet.To)}.";

    public override string Keeps(int days, int groupMinimum)
    {
        var aboutAi = days > Rule.AiFactRetentionDays ? $" (die over AI {Rule.AiFactRetentionDays} dagen)" : "";
        return $"De redenen bewaren we {Count(days, "dag", "dagen")} na het antwoord{aboutAi}; we tellen nooit over minder dan {groupMinimum} mensen.";
    }

    public override string NewSignal(string signal) => $"Gebruikt voortaan {signal} om te kiezen wie een uitnodiging krijgt.";

    public override string Wider(WiderUse wider, string people) => wider.Kind switch
    {
        WideningKind.NewSignal => $"Laat AI-gebruik zwaarder wegen: {wider.Before} → {wider.After} punten.",
        WideningKind.LargerAudience => $"Is ook voor mensen voor wie de regel eerst niet was: {people}.",
        WideningKind.LongerKeeping => $"Bewaart redenen langer: {wider.Before} → {wider.After} dagen.",
        WideningKind.LowerMinimum => $"Telt over minder mensen: {wider.Before} → {wider.After}.",
        _ => throw new ArgumentOutOfRangeException(nameof(wider), wider.Kind, "No text for this kind."),
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
        "longestBackOffWeeks" => "langste rust na stilte, in weken",
        "keepFactsDays" => "redenen bewaren, in dagen",
        "groupMinimum" => "kleinste groep",
        "quietHours.from" => "stil vanaf",
        "quietHours.to" => "stil tot",
        "weights.contact" => "punten voor tijd sinds een contact",
        "weights.contactDays" => "dagen voor al die punten",
        "weights.aiUse" => "punten voor veel met AI werken",
        "weights.turnsLeftOut" => "punten voor eerder overgebleven",
        "weights.newcomer" => "punten voor wie nieuw is",
        "weights.newcomerDays" => "dagen dat iemand nieuw is",
        "weights.remote" => "punten voor op afstand werken",
        "weights.ownRequest" => "punten voor er zelf om vragen",
        "weights.unknownStandsFor" => "wie niets over AI vertelt, telt als",
        _ => name,
    };

    private static string List(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.SkipLast(1).Select(name => $"‘{name}’"))} en ‘{names[^1]}’";

    private static string Weeks(int count) => count == 1 ? "week" : $"{count} weken";

    private static string Count(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";
}
