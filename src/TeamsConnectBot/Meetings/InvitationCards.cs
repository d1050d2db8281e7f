using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Data;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Meetings;

/// <summary>The cards of an invitation, one for each state.</summary>
internal sealed class InvitationCards(PoolCatalogue pools)
{
    public async Task<Card> OfAsync(ConnectDb db, Invitation invitation, CancellationToken cancellationToken)
    {
        return invitation.State switch
        {
            InvitationState.Planned or InvitationState.Sent => await OpenAsync(db, invitation, cancellationToken),
            InvitationState.Yes =>
                new WaitingCard(RefOf(invitation), Times(invitation, invitation.Ticked), invitation.AnswersUntil, SpansZones: false),
            InvitationState.NotThisWeek => new NotThisWeekCard(RefOf(invitation), StillOpen: true),
            InvitationState.Paused => await PausedAsync(db, invitation, cancellationToken),
            InvitationState.Settled or InvitationState.LeftOut => new PointerCard(PointerKind.News),
            InvitationState.Silent => new PointerCard(PointerKind.Closed),
            InvitationState.Closed => new PointerCard(PointerKind.Answered),
            InvitationState.Settling => new StateCard(CardState.AnswersClosed),
            _ => new StateCard(CardState.Gone),
        };
    }

    private static async Task<Card> PausedAsync(ConnectDb db, Invitation invitation, CancellationToken cancellationToken)
    {
        var person = await db.Participants.FindAsync([invitation.PersonId], cancellationToken);
        return new PausedCard(RefOf(invitation), person?.PausedUntil ?? invitation.AnswersUntil)
        {
            IsTold = person is not null && await Pauses.IsToldAsync(db, person, cancellationToken),
        };
    }

    /// <summary>The invitation itself, with the earlier ticks.</summary>
    public async Task<Card> OpenAsync(ConnectDb db, Invitation invitation, CancellationToken cancellationToken, YesWithout? missing = null)
    {
        var round = await db.Rounds.SingleAsync(x => x.Id == invitation.RoundId, cancellationToken);
        var person = await db.Participants.SingleAsync(x => x.PersonId == invitation.PersonId, cancellationToken);
        var pool = pools.Find(round.PoolId);
        var host = pool.HostIn(person.Language);
        var gaps = Times(invitation, invitation.Gaps);
        var ticked = invitation.Gaps.Index().Where(gap => invitation.Ticked.Contains(gap.Item)).Select(gap => gap.Index).ToList();
        var place = PlaceOf(person.Preferences);
        return round.Kind == RoundKind.OpenTable
            ? new OpenTableInvitationCard(
                RefOf(invitation), invitation.Offer, MinutesOf(invitation, pool), place, gaps, invitation.AnswersUntil, host,
                SpansZones: false, ticked, missing, Opens: invitation.State == InvitationState.Yes && person.Preferences.OpensTable)
            : new InvitationCard(
                RefOf(invitation), invitation.Offer, MinutesOf(invitation, pool), place, gaps, invitation.AnswersUntil, host,
                SpansZones: false, ticked, missing, ForLunch(invitation, pool, person.Zone),
                pool.AskedAs(invitation.Side, person.Language));
    }

    // A lunch can be shorter or longer than the pool's other meetings.
    private static int MinutesOf(Invitation invitation, PoolOptions pool) =>
        invitation is { Offer: Offer.Lunch, Gaps: [var gap, ..] } ? 15 * gap.Length : pool.Minutes;

    private static List<int> ForLunch(Invitation invitation, PoolOptions pool, string zone)
    {
        if (invitation.Offer == Offer.Lunch || DailyHours.Parse(pool.LunchBreak) is not { } lunch)
        {
            return [];
        }

        var atLunch = LunchTime.In(invitation.Week, DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? pool.TimeZone, lunch);
        return [.. invitation.Gaps.Index().Where(gap => atLunch.IsFree(gap.Item)).Select(gap => gap.Index)];
    }

    /// <summary>Why somebody got an invitation, with the sentence of the rule's version that sent it.</summary>
    public async Task<Card> WhyAsync(
        ConnectDb db, Invitation invitation, Round round, string language, CancellationToken cancellationToken)
    {
        var why = pools.Find(round.PoolId).Why;
        var sentence = invitation.RuleWhy?.In(language) ?? why.GetValueOrDefault(language) ?? why.Values.FirstOrDefault() ?? "";
        var rule = invitation is { RuleId: { } id, RuleNumber: { } number }
            ? await RuleStore.VersionAsync(db, id, number, cancellationToken) : null;
        return new WhyCard(
            RefOf(invitation), sentence, invitation.Facts,
            rule is null ? null : RuleText.SentenceForSelected(rule, language, pool => pools.NameOf(pool, language)));
    }

    public static CardRef RefOf(Invitation invitation) => new(invitation.Id, invitation.Nonce);

    private static List<Interval> Times(Invitation invitation, IEnumerable<Slot> slots) =>
        [.. slots.Select(slot => invitation.Week.Of(slot))];

    private static PlaceKind PlaceOf(Preferences preferences) => (preferences.InPerson, preferences.Online) switch
    {
        (true, false) => PlaceKind.InPerson,
        (false, true) => PlaceKind.Online,
        _ => PlaceKind.InPersonOrOnline,
    };
}
