using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Preview;

/// <summary>
/// Builds cards with sample times, from the same classes and texts as real messages, so that a preview shows the real card.
/// </summary>
internal sealed class CardPreviews(
    OwnSettings own, PoolCatalogue pools, DaysOff daysOff, MicrosoftCloud cloud, TimeProvider clock)
{
    private static readonly CardRef Nobody = new(Guid.Empty, "");

    /// <summary>The invitation a rule sends and the answer to 'why this?', in each language, for a person whom it selects.</summary>
    public IReadOnlyList<CardPreview> Of(Rule rule) => [.. Languages.SelectMany(language =>
    {
        var pool = pools.All.FirstOrDefault(pool => rule.IsFor(pool.Id)) ?? pools.Default;
        return new[]
        {
            Show(language, "preview.invitation", Invitation(pool, rule.Offer ?? pool.Offer, language)),
            Show(language, "preview.why", new WhyCard(
                Nobody, rule.Why.In(language), ExamplePerson.FactsOf(rule),
                RuleText.SentenceForSelected(rule, language, id => pools.NameOf(id, language)))),
        };
    })];

    /// <summary>Each offer's invitation in one language, with the organisation's own words.</summary>
    public IReadOnlyList<CardPreview> Offers(string language) =>
        [.. Enum.GetValues<Offer>().Select(offer => Show(language, "preview.invitation", Invitation(pools.Default, offer, language)))];

    /// <summary>The card that shows one of the organisation's own texts, in a wording that is not in use yet.</summary>
    public CardPreview With(string language, string key, string text)
    {
        var words = own.TextsWith(language, key, text);
        CardPreview Asking(Offer offer) => Show(words, language, "preview.invitation", Invitation(pools.Default, offer, language));
        return key.Split('.') switch
        {
            ["offers", var name, "question"] => Asking(OfferOf(name)),
            ["offers", var name, "with"] => Show(words, language, "preview.arranged", Arranged(OfferOf(name))),
            ["contacts", ..] => Show(words, language, "preview.help", new HelpCard(Nobody, [], own.ContactsIn(language))),
            _ => Asking(pools.Default.Offer),
        };
    }

    /// <summary>The contacts on the card of <c>help</c>.</summary>
    public IReadOnlyList<CardPreview> Contacts(IReadOnlyList<HumanContactOptions>? instead = null) =>
        [.. Languages.Select(
            language => Show(language, "preview.help", new HelpCard(Nobody, [], OwnSettings.In(language, instead ?? own.Contacts))))];

    /// <summary>The card on which people choose topics.</summary>
    public IReadOnlyList<CardPreview> Topics(IReadOnlyList<ListedTopic> list, bool isOwnList) =>
        [.. Languages.Select(language => Show(
            language, "preview.topics",
            new TopicsCard(Nobody, new(TopicsAnswer.None, TopicsAnswer.None, TopicsAnswer.None), list, isOwnList)))];

    private static IEnumerable<string> Languages => ["nl", "en"];

    private CardPreview Show(string language, string title, Card card) => Show(own.TextsFor(language), language, title, card);

    private CardPreview Show(Texts texts, string language, string title, Card card)
    {
        var reader = new Reader(texts, pools.Default.TimeZone, cloud, clock.GetCurrentInstant());
        return new CardPreview(language, PageTexts.For(language)[title], card.Build(reader).ToJson());
    }

    // The first week after this one in which none of the days shown is a holiday.
    private LocalDate WholeWeekFor(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var calendar = daysOff.CalendarOf(pool, now);
        var next = Week.Of(now).Monday.PlusWeeks(1);
        return Enumerable.Range(0, 52).Select(next.PlusWeeks)
            .FirstOrDefault(monday => Enumerable.Range(1, 4).All(day => calendar.IsWorkingDay(monday.PlusDays(day))), next);
    }

    private static Offer OfferOf(string name) => Enum.Parse<Offer>(name, ignoreCase: true);

    private MeetingCard Arranged(Offer offer)
    {
        var slot = SlotOn(pools.Default, WholeWeekFor(pools.Default), 3, 14);
        var meeting = new MeetingDetails(Nobody, offer, [new Colleague("Sam Jansen", null)], slot, MeetingLocation.Online(null),
            SpansZones: false);
        return new MeetingCard(meeting, null, 0);
    }

    private InvitationCard Invitation(PoolOptions pool, Offer offer, string language)
    {
        var monday = WholeWeekFor(pool);
        var isLunch = offer == Offer.Lunch;
        var minutes = isLunch ? 15 * pool.MatchingRules.LunchQuarters : pool.Minutes;
        int[] hours = isLunch ? [12, 12, 12] : [10, 14, 11];
        return new InvitationCard(
            Nobody, offer, minutes, PlaceKind.InPersonOrOnline,
            [.. hours.Select((hour, index) => SlotOn(pool, monday, index + 2, hour, minutes))], SlotOn(pool, monday, 1, 12).Start,
            pool.HostIn(language), SpansZones: false, Side: pool.AskedAs(PoolSide.First, language));
    }

    private static Interval SlotOn(PoolOptions pool, LocalDate monday, int day, int hour, int? minutes = null)
    {
        var start = pool.TimeZone.AtLeniently(monday.PlusDays(day).At(new LocalTime(hour, 0))).ToInstant();
        return new Interval(start, start + Duration.FromMinutes(minutes ?? pool.Minutes));
    }
}

/// <summary>A card as a recipient would get it.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title on the page.</param>
/// <param name="Json">The Adaptive Card.</param>
internal sealed record CardPreview(string Language, string Title, string Json);
