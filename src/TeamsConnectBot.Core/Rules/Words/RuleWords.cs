using System.Collections.Frozen;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>The texts about rules, in Dutch or in English.</summary>
internal sealed partial class RuleWords(bool isDutch)
{
    private static readonly FrozenDictionary<string, (string Dutch, string English)> Fields = new Dictionary<string, (string, string)>
    {
        ["name.nl"] = ("naam (nl)", "name (nl)"),
        ["name.en"] = ("naam (en)", "name (en)"),
        ["why.nl"] = ("waarom (nl)", "why (nl)"),
        ["why.en"] = ("waarom (en)", "why (en)"),
        ["pools"] = ("groepen", "groups"),
        ["when"] = ("voorwaarden", "conditions"),
        ["offer"] = ("aanbod", "offer"),
        ["order"] = ("volgorde", "order"),
        ["cadenceWeeks"] = ("weken ertussen", "weeks between"),
        ["mostPerWeek"] = ("hooguit per week", "most a week"),
        ["longestBackOffWeeks"] = ("langste rust na stilte, in weken", "longest rest after silence, in weeks"),
        ["keepFactsDays"] = ("redenen bewaren, in dagen", "days reasons are kept"),
        ["groupMinimum"] = ("kleinste groep", "smallest group"),
        ["quietHours.from"] = ("stil vanaf", "quiet from"),
        ["quietHours.to"] = ("stil tot", "quiet until"),
        ["weights.contact"] = ("punten voor tijd sinds een contact", "points for time since a contact"),
        ["weights.contactDays"] = ("dagen voor al die punten", "days for all of those points"),
        ["weights.aiUse"] = ("punten voor veel met AI werken", "points for working much with AI"),
        ["weights.turnsLeftOut"] = ("punten voor eerder overgebleven", "points for having been left over"),
        ["weights.newcomer"] = ("punten voor wie nieuw is", "points for being new"),
        ["weights.newcomerDays"] = ("dagen dat iemand nieuw is", "days somebody is new"),
        ["weights.remote"] = ("punten voor op afstand werken", "points for working remotely"),
        ["weights.ownRequest"] = ("punten voor er zelf om vragen", "points for having asked for it"),
        ["weights.unknownStandsFor"] = ("wie niets over AI vertelt, telt als", "who tells nothing about AI counts as"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public bool IsDutch => isDutch;

    public string And => Say("en", "and");

    /// <summary>The word before the first of several alternatives in parentheses, which makes clear what 'or' connects.</summary>
    public string Either => Say("ofwel", "either");

    /// <summary>The word before each other alternative after <see cref="Either"/>.</summary>
    public string Or => Say("ofwel", "or");

    /// <summary>The words between two groups of people.</summary>
    public string OrPeople => Say("of mensen", "or people");

    public string SomePeople => Say("mensen", "people");

    public string Everybody => Say("iedereen", "everybody");

    public string Nobody => Say("niemand", "nobody");

    public string Nothing => Say("niets", "nothing");

    /// <summary>The offer if the rule has none.</summary>
    public string OwnOffer => Say("wat voor deze groep is ingesteld", "what is set for this group");

    public string AllPools => Say("alle groepen", "all groups");

    /// <summary>All departments that a rule does not name.</summary>
    public string OtherDepartments => Say("van andere afdelingen dan de genoemde", "from departments other than those named");

    private string OrUntold => Say("(of daar niets over vertellen)", "(or tell nothing about it)");

    public string Of(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) =>
            Say("die soms of vaker met AI werken ", "who work with AI now and then or more ") + OrUntold,
        (Measure.AiUseBand, (int)AiUseBand.MostDays) =>
            Say("die de meeste dagen met AI werken ", "who work with AI most days ") + OrUntold,
        (Measure.AiUseBand, _) => Say("die bijna elke dag met AI werken ", "who work with AI nearly every day ") + OrUntold,
        (Measure.DaysSinceContact, var days) => Say(
            $"die {Length(days)} of langer niemand via de bot troffen",
            $"who have met nobody through the bot for {Length(days)} or longer"),
        (Measure.LongestGap, var minutes) =>
            Say($"met een vrij moment van {minutes} minuten of meer", $"with a free moment of {minutes} minutes or more"),
        (Measure.OfficeDays, var days) =>
            Say($"die {Days(days)} of meer op kantoor zijn deze week", $"who are in the office {Days(days)} or more this week"),
        (Measure.RemoteShare, var percent) => Say(
            $"die {percent} % of meer van hun werkdagen niet op kantoor zijn",
            $"who are away from the office {percent} % or more of their working days"),
        (Measure.DaysSinceJoining, var days) =>
            Say($"die hooguit {Length(days)} geleden begonnen", $"who began at most {Length(days)} ago"),
        (Measure.TurnsLeftOut, var turns) =>
            Say(
                $"van wie een ja {Times(turns)} of vaker achter elkaar niemand vond",
                $"whose yes found nobody {Times(turns)} or more in a row"),
        (Measure.OwnRequest, _) => Say("die er zelf om vroegen", "who asked for it themselves"),
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
    };

    /// <summary>A threshold that does not hold, phrased without putting 'not' before it.</summary>
    public string Not(Threshold threshold) => (threshold.Measure, threshold.Value) switch
    {
        (Measure.AiUseBand, (int)AiUseBand.Some) => Say("die niet met AI werken ", "who do not work with AI ") + OrUntold,
        (Measure.AiUseBand, (int)AiUseBand.MostDays) =>
            Say("die hooguit soms met AI werken ", "who work with AI now and then at most ") + OrUntold,
        (Measure.AiUseBand, _) =>
            Say("die niet bijna elke dag met AI werken ", "who do not work with AI nearly every day ") + OrUntold,
        (Measure.DaysSinceContact, var days) => Say(
            $"die minder dan {Length(days)} geleden nog iemand via de bot troffen",
            $"who met somebody through the bot less than {Length(days)} ago"),
        (Measure.LongestGap, var minutes) =>
            Say($"zonder een vrij moment van {minutes} minuten of meer", $"without a free moment of {minutes} minutes or more"),
        (Measure.OfficeDays, var days) =>
            Say($"die minder dan {Days(days)} op kantoor zijn deze week", $"who are in the office fewer than {Days(days)} this week"),
        (Measure.RemoteShare, var percent) => Say(
            $"die minder dan {percent} % van hun werkdagen niet op kantoor zijn",
            $"who are away from the office less than {percent} % of their working days"),
        (Measure.DaysSinceJoining, var days) =>
            Say($"die langer dan {Length(days)} geleden begonnen", $"who began more than {Length(days)} ago"),
        (Measure.TurnsLeftOut, var turns) =>
            Say(
                $"van wie een ja minder dan {Times(turns)} achter elkaar niemand vond",
                $"whose yes found nobody fewer than {Times(turns)} in a row"),
        (Measure.OwnRequest, _) => Say("die er niet zelf om vroegen", "who did not ask for it themselves"),
        _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "No text for this measure."),
    };

    public string Of(Signal signal) => signal switch
    {
        Signal.AiUseBand => Say("hoeveel iemand met AI werkt", "how much somebody works with AI"),
        Signal.LastContact => Say("wanneer iemand voor het laatst een collega trof", "when somebody last met a colleague"),
        Signal.Gaps => Say("hoe lang iemands vrije momenten zijn", "how long somebody's free moments are"),
        Signal.OfficeDays => Say("op welke dagen iemand op kantoor is", "on which days somebody is in the office"),
        Signal.Tenure => Say("wanneer iemand in dienst kwam", "when somebody began here"),
        Signal.TurnsLeftOut => Say("hoe vaak achter elkaar een ja niemand vond", "how often in a row a yes found nobody"),
        Signal.OwnRequest => Say("of iemand er zelf om vroeg", "whether somebody asked for it themselves"),
        Signal.Department => Say("iemands afdeling", "somebody's department"),
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No text for this signal."),
    };

    public string Department(IReadOnlyList<string> names) => names is [var name]
        ? Say($"van afdeling {QuotedNames.WordOf(name)}", $"from the {QuotedNames.WordOf(name)} department")
        : Say("van een van de afdelingen ", "from one of the departments ") + List(names);

    public string NotDepartment(IReadOnlyList<string> names) => names is [var name]
        ? Say($"die niet bij afdeling {QuotedNames.WordOf(name)} horen", $"who are not in the {QuotedNames.WordOf(name)} department")
        : Say($"die bij geen van de afdelingen {List(names)} horen", $"who are in none of the departments {List(names)}");

    /// <summary>How often, as the answer to 'how often do you work with AI?'.</summary>
    public string Band(AiUseBand band) => band switch
    {
        AiUseBand.None => Say("niet", "not at all"),
        AiUseBand.Some => Say("soms", "now and then"),
        AiUseBand.MostDays => Say("de meeste dagen", "most days"),
        _ => Say("bijna elke dag", "nearly every day"),
    };

    /// <summary>People in exactly this band.</summary>
    public string OfBand(AiUseBand band) => Say(
        $"die {Band(band)} met AI werken",
        band == AiUseBand.None ? "who do not work with AI" : $"who work with AI {Band(band)}");

    public string OfferName(Offer offer) => offer switch
    {
        Offer.Coffee => Say("koffie", "coffee"),
        Offer.Walk => Say("een wandeling", "a walk"),
        Offer.Lunch => "lunch",
        Offer.CoWorking => Say("samen werken", "working side by side"),
        Offer.Help => Say("samen kijken", "a second pair of eyes"),
        Offer.Learning => Say("leren van een collega", "learning from a colleague"),
        _ => throw new ArgumentOutOfRangeException(nameof(offer), offer, "No text for this offer."),
    };

    public string NewSignal(string signal) => Say(
        $"Gebruikt voortaan {signal} om te kiezen wie een uitnodiging krijgt.",
        $"From now on uses {signal} to choose who gets an invitation.");

    /// <param name="wider">The wider use; its numbers without the name of their field.</param>
    /// <param name="people">The additional people in words; empty if the change is about something else.</param>
    public string Wider(WiderUse wider, string people)
    {
        var change = $"{wider.Before} → {wider.After}";
        return wider.Kind switch
        {
            WideningKind.NewSignal =>
                Say($"Laat AI-gebruik zwaarder wegen: {change} punten.", $"Lets AI use weigh more: {change} points."),
            WideningKind.LargerAudience => Say(
                $"Is ook voor mensen voor wie de regel eerst niet was: {people}.",
                $"Is for people, too, for whom the rule was not before: {people}."),
            WideningKind.LongerKeeping => Say($"Bewaart redenen langer: {change} dagen.", $"Keeps reasons longer: {change} days."),
            WideningKind.LowerMinimum => Say($"Telt over minder mensen: {change}.", $"Counts over fewer people: {change}."),
            _ => throw new ArgumentOutOfRangeException(nameof(wider), wider.Kind, "No text for this kind."),
        };
    }

    public string Field(string name) => Fields.TryGetValue(name, out var field) ? Say(field.Dutch, field.English) : name;

    private string Say(string dutch, string english) => isDutch ? dutch : english;

    private string List(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.SkipLast(1).Select(QuotedNames.Of))} {And} {QuotedNames.Of(names[^1])}";

    private string Weeks(int count) => count == 1 ? Say("week", "a week") : Say($"{count} weken", $"every {count} weeks");

    // Whole weeks are easier to picture than days.
    private string Length(int days) => days % 7 != 0 ? Days(days)
        : $"{days / 7} " + (days == 7 ? Say("week", "week") : Say("weken", "weeks"));

    private string Days(int count) => $"{count} " + (count == 1 ? Say("dag", "day") : Say("dagen", "days"));

    private string Times(int count) => $"{count} " + Say("keer", count == 1 ? "time" : "times");
}
