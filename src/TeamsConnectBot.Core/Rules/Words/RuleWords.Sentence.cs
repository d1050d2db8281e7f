using System.Globalization;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Words;

// The words of a rule's sentence and of those that follow it.
internal sealed partial class RuleWords
{
    /// <summary>The people a rule selects, without saying by what.</summary>
    public string WhomItIsFor => Say("wie bij deze regel past", "whoever this rule is for");

    /// <summary>Everybody, in a sentence.</summary>
    public string EverybodyTakingPart => Say("iedereen die meedoet", "everybody who takes part");

    public string Groups(IReadOnlyList<string> pools) =>
        pools.Count == 1 ? Say("de groep ", "the group ") + QuotedNames.Of(pools[0]) : Say("de groepen ", "the groups ") + List(pools);

    /// <summary>The offer after 'ask people'.</summary>
    public string ForOffer(Offer? offer) => offer switch
    {
        null => Say("voor wat voor hun groep is ingesteld", "for what is set for their group"),
        Offer.Lunch => Say("voor een lunch", "for lunch"),
        Offer.CoWorking => Say("om naast een collega te werken", "for working beside a colleague"),
        Offer.Help => Say("om samen ergens naar te kijken", "for a second pair of eyes"),
        Offer.Learning => Say("om van een collega te leren", "for learning from a colleague"),
        { } other => Say("voor ", "for ") + OfferName(other),
    };

    /// <summary>What an offer brings, where its name does not say it; null otherwise.</summary>
    public string? More(Offer? offer) => offer == Offer.Learning
        ? Say(
            "We brengen samen wie ergens over kan vertellen en wie dat wil leren; anders is het iets anders waar je voor koos.",
            "We bring together somebody who can tell about something and somebody who wants to learn it; otherwise it is "
                + "something else you chose.")
        : null;

    public string HowOften(int cadenceWeeks, int mostPerWeek) => (cadenceWeeks, mostPerWeek) switch
    {
        (0, 0) => Say("maar nooit: het hoogste aantal per week is 0", "but never: the most a week is 0"),
        (_, 0) => HowOften(cadenceWeeks, 1) + Say(
            ", maar nooit zolang het hoogste aantal per week 0 is", ", but never as long as the most a week is 0"),
        (0, 1) => Say("hooguit één keer per week", "at most once a week"),
        (0, _) => Say($"hooguit {mostPerWeek} keer per week", $"at most {mostPerWeek} times a week"),
        _ => Say($"hooguit eens per {Weeks(cadenceWeeks)} via deze regel", $"at most once {Weeks(cadenceWeeks)} by this rule"),
    };

    public string NotBetween(DailySpan quiet) =>
        Say($"niet tussen {Time(quiet.From)} en {Time(quiet.To)}", $"not between {Time(quiet.From)} and {Time(quiet.To)}");

    public string Budget(int mostPerWeek, int longestBackOffWeeks)
    {
        var most = mostPerWeek == 1 ? Say("één", "one") : $"{mostPerWeek}";
        var rest = Weeks(longestBackOffWeeks);
        return Say(
            $"Met alle regels samen hooguit {most} per week; na stilte wordt het steeds rustiger, tot eens per {rest}.",
            $"All rules together at most {most} a week; after silence it gets quieter and quieter, down to once {rest}.");
    }

    public string Order(int order) => Say(
        $"Plaats {order} in de volgorde: van de regels die iemand kiezen, geldt die met het laagste nummer.",
        $"Place {order} in the order: of the rules that select somebody, the one with the lowest number counts.");

    /// <summary>Who goes first. A fact that gives no points is left out, with the days it would count.</summary>
    public string Weights(NeedWeights weights)
    {
        var contactDays = Days(weights.ContactDays);
        var unknown = Band(weights.UnknownStandsFor);
        (int Points, string For)[] all =
        [
            (weights.Contact, Say($"de tijd sinds een contact (alle na {contactDays})", $"time since a contact (all after {contactDays})")),
            (weights.TurnsLeftOut, Say("eerder overgebleven zijn", "having been left over")),
            (weights.OwnRequest, Say("er zelf om vragen", "having asked for it")),
            (weights.AiUse, Say(
                $"veel met AI werken (wie daar niets over vertelt, telt als ‘{unknown}’)",
                $"working much with AI (who tells nothing about it counts as ‘{unknown}’)")),
            (weights.Newcomer, Say(
                $"nieuw zijn (de eerste {Days(weights.NewcomerDays)})", $"being new (the first {Days(weights.NewcomerDays)})")),
            (weights.Remote, Say("op afstand werken", "working remotely")),
        ];
        var counting = all.Where(one => one.Points > 0).Select(one => $"{one.Points} {Say("voor", "for")} {one.For}").ToList();
        return counting.Count == 0
            ? Say("Als niet iedereen gevraagd kan worden, gaat niemand voor.", "When not everybody can be asked, nobody goes first.")
            : Say("Wie voorgaat als niet iedereen gevraagd kan worden, in punten: ",
                "Who goes first when not everybody can be asked, in points: ") + string.Join(", ", counting) + ".";
    }

    public string Keeps(int days, int groupMinimum)
    {
        var most = Rule.AiFactRetentionDays;
        var shorter = days > most
            ? Say($" (die over AI en over nieuw zijn {most} dagen)", $" (those about AI and about being new {most} days)") : "";
        return Say($"De redenen bewaren we {Days(days)} na het antwoord", $"We keep the reasons {Days(days)} after the answer") + shorter
            + Say($"; we tellen nooit over minder dan {groupMinimum} mensen.", $"; we never count over fewer than {groupMinimum} people.");
    }

    private static string Time(NodaTime.LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
