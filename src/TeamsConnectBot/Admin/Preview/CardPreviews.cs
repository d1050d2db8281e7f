using NodaTime;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Admin.Preview;

/// <summary>Makes the cards that messages have, with made-up moments: the same classes and texts, so that the page cannot promise another card.</summary>
internal sealed class CardPreviews(OwnSettings own, PoolCatalogue pools, DaysOff daysOff, TimeProvider clock)
{
    private static readonly CardRef Nobody = new(Guid.Empty, "");

    /// <summary>The invitation a rule sends and the answer to 'why this?', in each language.</summary>
    public IReadOnlyList<CardPreview> Of(Rule rule) => [.. Languages.SelectMany(language =>
    {
        var pool = pools.All.FirstOrDefault(pool => rule.IsFor(pool.Id)) ?? pools.Default;
        return new[]
        {
            Show(language, "preview.invitation", Invitation(pool, rule.Offer ?? pool.Offer, language)),
            Show(language, "preview.why", new WhyCard(Nobody, rule.Why.In(language), [])),
        };
    })];

    /// <summary>Each offer's invitation in one language, with the organisation's own words.</summary>
    public IReadOnlyList<CardPreview> Offers(string language) =>
        [.. Enum.GetValues<Offer>().Select(offer => Show(language, "preview.invitation", Invitation(pools.Default, offer, language)))];

    /// <summary>What <c>help</c> shows of people to turn to.</summary>
    public CardPreview Contacts(string language) =>
        Show(language, "preview.help", new HelpCard(Nobody, [], [.. own.Contacts.Select(contact => new HumanContact(contact.Name, contact.Reach))]));

    private static IEnumerable<string> Languages => ["nl", "en"];

    private CardPreview Show(string language, string title, Card card)
    {
        var reader = new Reader(own.TextsFor(language), pools.Default.TimeZone, clock.GetCurrentInstant());
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

    private InvitationCard Invitation(PoolOptions pool, Offer offer, string language)
    {
        var monday = WholeWeekFor(pool);
        Interval At(int day, int hour)
        {
            var start = pool.TimeZone.AtLeniently(monday.PlusDays(day).At(new LocalTime(hour, 0))).ToInstant();
            return new Interval(start, start + Duration.FromMinutes(pool.Minutes));
        }

        return new InvitationCard(
            Nobody, offer, pool.Minutes, PlaceKind.InPersonOrOnline, [At(2, 10), At(3, 14), At(4, 11)], At(1, 12).Start, InvitationCards.HostOf(pool, language), SpansZones: false);
    }
}
