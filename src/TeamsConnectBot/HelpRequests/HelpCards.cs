using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>The cards of a question, as each reader sees it now.</summary>
internal sealed class HelpCards(HelpHosts hosts, MeetingCards meetings, PoolCatalogue pools, TimeProvider clock)
{
    public static CardRef RefOf(HelpRequestRow row) => new(row.Id, row.Nonce);

    public static HelpQuestion QuestionOf(HelpRequestRow row) => new(row.Words, row.Minutes, row.Deadline, row.Language);

    /// <summary>A question in full, before it is sent.</summary>
    public static AskPreviewCard Preview(HelpRequestRow row, Colleague host) =>
        new(RefOf(row), QuestionOf(row), row.HearsBy!.Value, host, row.IsForHost);

    /// <summary>A question as its author sees it, on the card from which it was sent.</summary>
    public async Task<Card> OfAskerAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken) =>
        row.State.AsAskerSeesIt() switch
        {
            HelpRequestState.Draft => Preview(row, await hosts.NamedAsync(db, row.PoolId, cancellationToken)),
            HelpRequestState.Open => new QuestionSentCard(RefOf(row), QuestionOf(row), row.HearsBy!.Value),
            HelpRequestState.WithHost =>
                new QuestionWithHostCard(await hosts.NamedAsync(db, row.PoolId, cancellationToken), QuestionOf(row)),
            HelpRequestState.Withdrawn => new HelpNoteCard(HelpNote.TakenBack),
            _ => new PointerCard(PointerKind.News),
        };

    /// <summary>An offer as whoever was asked sees it: the same in every wave, and of others only that it is taken care of.</summary>
    public async Task<Card> OfOfferAsync(
        ConnectDb db, HelpOfferRow offer, CancellationToken cancellationToken, YesWithout? missing = null)
    {
        var row = await db.HelpRequests.FindAsync([offer.RequestId], cancellationToken);
        return offer.State switch
        {
            HelpOfferState.Open when row is { State: HelpRequestState.Open } && IsAnswerable(row, offer) =>
                await OpenAsync(db, row, offer, missing, cancellationToken),
            HelpOfferState.Open => new HelpNoteCard(HelpNote.Closed),
            HelpOfferState.Yes =>
                row is { State: HelpRequestState.Taken } ? new HelpNoteCard(HelpNote.YesNoted) : new PointerCard(PointerKind.News),
            HelpOfferState.Answered => new HelpNoteCard(HelpNote.NotNow),
            HelpOfferState.TakenCareOf => new HelpNoteCard(HelpNote.TakenCareOf),
            _ => new HelpNoteCard(row is { State: HelpRequestState.NotTaken } ? HelpNote.Closed : HelpNote.NoLongerNeeded),
        };
    }

    /// <summary>Whether there is still a moment to choose.</summary>
    public bool IsAnswerable(HelpRequestRow row, HelpOfferRow offer) =>
        clock.GetCurrentInstant() is var now && row.HearsBy > now && offer.Starts.Any(start => start > now);

    /// <summary>What the host reads of a question: that nobody could be asked, or that it was reported.</summary>
    public static async Task<Card> OfHostAsync(
        ConnectDb db, HelpRequestRow row, bool isReported, CancellationToken cancellationToken) =>
        new HostQuestionCard(await ColleagueAsync(db, row.PersonId, cancellationToken), QuestionOf(row), isReported);

    /// <summary>'Did it help?', or what follows the answer.</summary>
    public async Task<Card> AfterwardsAsync(ConnectDb db, HelpRequestRow row, bool isIncomplete, CancellationToken cancellationToken) =>
        row switch
        {
            { Outcome: null } => await DidItHelpAsync(db, row, isIncomplete, cancellationToken) ?? Gone,
            { Outcome: HelpOutcome.DidNotHappen } or { HelperId: null } => new HelpNoteCard(HelpNote.HelpedNoted),
            { Thanks: null } => await ThankAsync(db, row, cancellationToken),
            _ => new HelpNoteCard(HelpNote.ThanksDelivered),
        };

    /// <summary>The form for a sentence of thanks.</summary>
    public static async Task<ThankHelperCard> ThankAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken) =>
        new(RefOf(row), await ColleagueAsync(db, row.HelperId!, cancellationToken));

    public static async Task<Card> ThankedAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken) =>
        row.Thanks is { } words
            ? new ThankedCard(await ColleagueAsync(db, row.PersonId, cancellationToken), words)
            : Gone;

    private static Card Gone => new StateCard(CardState.Gone);

    private async Task<Card> OpenAsync(
        ConnectDb db, HelpRequestRow row, HelpOfferRow offer, YesWithout? missing, CancellationToken cancellationToken)
    {
        var reader = await db.Participants.FindAsync([offer.PersonId], cancellationToken);
        var length = Duration.FromMinutes(row.Minutes);
        return new HelpOfferCard(
            new CardRef(offer.Id, offer.Nonce), QuestionOf(row), PlaceKind.Online,
            [.. offer.Starts.Select(start => new Interval(start, start + length))], row.HearsBy!.Value,
            pools.Find(row.PoolId).HostIn(reader?.Language ?? Texts.DefaultLanguage), SpansZones: false, missing,
            offer.Starts.Count(start => start <= clock.GetCurrentInstant()));
    }

    private async Task<Card?> DidItHelpAsync(ConnectDb db, HelpRequestRow row, bool isIncomplete, CancellationToken cancellationToken) =>
        row.MeetingId is { } id && await MeetingRows.FindAsync(db, id, cancellationToken) is { } meeting
        && meeting.Members.Find(member => member.PersonId == row.PersonId) is { } asker
            ? new DidItHelpCard(RefOf(row), await meetings.DetailsAsync(db, meeting, asker, cancellationToken), isIncomplete)
            : null;

    private static async Task<Colleague> ColleagueAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.Participants.FindAsync([personId], cancellationToken) is { } person
            ? new Colleague(person.Name, person.UserPrincipalName)
            : new Colleague(null, null);
}
