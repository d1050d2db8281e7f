using NodaTime;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Preview;

/// <summary>Makes the cards that messages have, with made-up moments: the same classes and texts, so that the page cannot promise another card.</summary>
internal sealed class CardPreviews(OwnSettings own, PoolCatalogue pools, DaysOff daysOff, TimeProvider clock)
{
    private static readonly CardRef Nobody = new(Guid.Empty, "");

    /// <summary>
    /// The invitation a rule sends and the answer to 'why this?', in each language, as somebody gets them whom it selects.
    /// </summary>
    public IReadOnlyList<CardPreview> Of(Rule rule) => [.. Languages.SelectMany(language =>
    {
        var pool = pools.All.FirstOrDefault(pool => rule.IsFor(pool.Id)) ?? pools.Default;
        return new[]
        {
            Show(language, "preview.invitation", Invitation(pool, rule.Offer ?? pool.Offer, language)),
            Show(language, "preview.why", new WhyCard(Nobody, rule.Why.In(language), ExamplePerson.FactsOf(rule))),
        };
    })];

    /// <summary>Each offer's invitation in one language, with the organisation's own words.</summary>
    public IReadOnlyList<CardPreview> Offers(string language) =>
        [.. Enum.GetValues<Offer>().Select(offer => Show(language, "preview.invitation", Invitation(pools.Default, offer, language)))];

    /// <summary>The card an own text stands on, with words that are not in use yet.</summary>
    public CardPreview With(string language, string key, string text)
    {
        var words = own.TextsWith(language, key, text);
        return key.Split('.') switch
        {
            ["offers", var name, "question"] =>
                Show(words, language, "preview.invitation", Invitation(pools.Default, OfferOf(name), language)),
            ["offers", var name, "with"] => Show(words, language, "preview.arranged", Arranged(OfferOf(name))),
            ["contacts", ..] => Show(words, language, "preview.help", new HelpCard(Nobody, [], own.ContactsIn(language))),
            _ => Show(words, language, "preview.invitation", Invitation(pools.Default, pools.Default.Offer, language)),
        };
    }

    /// <summary>What <c>help</c> shows of people to turn to.</summary>
    public IReadOnlyList<CardPreview> Contacts(IReadOnlyList<HumanContactOptions>? instead = null) =>
        [.. Languages.Select(language => Show(language, "preview.help", new HelpCard(Nobody, [], OwnSettings.In(language, instead ?? own.Contacts))))];

    private static IEnumerable<string> Languages => ["nl", "en"];

    private CardPreview Show(string language, string title, Card card) => Show(own.TextsFor(language), language, title, card);

    private CardPreview Show(Texts texts, string language, string title, Card card)
    {
        var reader = new Reader(texts, pools.Default.TimeZone, clock.GetCurrentInstant());
        return new CardPreview(language, PageTexts.For(language)[title], card.Build(reader).ToJson());
    }

    // The first week from the next one on in which the days shown are no holidays.
    private LocalDate WholeWeekFor(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var calendar = daysOff.CalendarOf(pool, now);
        var next = Week.Of(now).Monday.PlusWeeks(1);
        return Enumerable.Range(0, 52).Select(next.PlusWeeks)
            .FirstOrDefault(monday => Enumerable.Range(1, 4).All(day => calendar.IsWorkingDay(monday.PlusDays(day))), next);
    }

    private static Offer OfferOf(string name) => Enum.Parse<Offer>(name, ignoreCase: true);

    private ConnectionCard Arranged(Offer offer)
    {
        var start = pools.Default.TimeZone.AtLeniently(WholeWeekFor(pools.Default).PlusDays(3).At(new LocalTime(14, 0))).ToInstant();
        var slot = new Interval(start, start + Duration.FromMinutes(pools.Default.Minutes));
        var meeting = new MeetingDetails(
            Nobody, offer, [new Colleague("Sam Jansen", null)], slot, MeetingLocation.Online(null), SpansZones: false);
        return new ConnectionCard(meeting, null, 0);
    }

    private InvitationCard Invitation(PoolOptions pool, Offer offer, string language)
    {
        var monday = WholeWeekFor(pool);
        Interval At(int day, int hour)
        {
            var start = pool.TimeZone.AtLeniently(monday.PlusDays(day).At(new LocalTime(hour, 0))).ToInstant();
            return new Interval(start, start + Duration.FromMinutes(pool.Minutes));
        }

        return new InvitationCard(
            Nobody, offer, pool.Minutes, PlaceKind.InPersonOrOnline, [At(2, 10), At(3, 14), At(4, 11)], At(1, 12).Start, pool.HostIn(language), SpansZones: false);
    }
}
