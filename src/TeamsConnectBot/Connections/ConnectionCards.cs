using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Connections;

/// <summary>The cards of a connection, as one of its members sees it now.</summary>
internal sealed class ConnectionCards(PoolCatalogue pools)
{
    public async Task<Card> OfAsync(ConnectDb db, ConnectionRow row, Message message, CancellationToken cancellationToken)
    {
        if (row.Members.Find(member => member.PersonId == message.PersonId) is not { } member)
        {
            return new StateCard(CardState.NotYours);
        }

        var meeting = await MeetingAsync(db, row, member, cancellationToken);
        return message.Kind switch
        {
            MessageKind.DidYouMeet => AfterCard(meeting, member),
            MessageKind.Off => new OffCard(meeting),
            MessageKind.Reminder when IsOn(row, member) && message.Sequence == row.Moves => new ReminderCard(meeting),
            MessageKind.OtherGap when member.ChooseBy is null => new PointerCard(PointerKind.Answered),
            _ => await NowAsync(db, row, member, meeting, message.Sequence, cancellationToken),
        };
    }

    /// <summary>Where the connection stands for a member, on the card that told them of its time.</summary>
    public async Task<Card> NowAsync(ConnectDb db, ConnectionRow row, MemberRow member, long sequence, CancellationToken cancellationToken) =>
        await NowAsync(db, row, member, await MeetingAsync(db, row, member, cancellationToken), sequence, cancellationToken);

    /// <summary>'Did you meet?', or thanks for the answer.</summary>
    public async Task<Card> AfterwardsAsync(ConnectDb db, ConnectionRow row, MemberRow member, CancellationToken cancellationToken) =>
        AfterCard(await MeetingAsync(db, row, member, cancellationToken), member);

    private static async Task<Card> NowAsync(
        ConnectDb db, ConnectionRow row, MemberRow member, Meeting meeting, long sequence, CancellationToken cancellationToken) => row switch
    {
        { State: ConnectionState.Off } => new PointerCard(PointerKind.Off),
        _ when !member.Coming => new PointerCard(PointerKind.Off),
        { State: ConnectionState.Over } => new PointerCard(PointerKind.Over),
        { State: ConnectionState.Moving } when member.ChooseBy is { } by => new CantMakeItCard(meeting, OtherMoments(row, member), by, member.Choice),
        _ when sequence < row.Moves => new PointerCard(PointerKind.Moved),
        { Moves: > 0, MovedFrom: { } was } => new MovedCard(meeting, new Interval(was, was + Duration.FromMinutes(row.Minutes))),
        { IsOpenTable: true } => new OpenTableCard(meeting, await OpenerAsync(db, row, member, cancellationToken), row.Question),
        _ => new ConnectionCard(meeting, await OpenerAsync(db, row, member, cancellationToken), row.Question),
    };

    private static Card AfterCard(Meeting meeting, MemberRow member) => member.Answer switch
    {
        MemberAnswer.Met => new ThanksCard(Afterwards.Met, meeting.Others),
        MemberAnswer.AgainPlease => new ThanksCard(Afterwards.AgainPlease, meeting.Others),
        MemberAnswer.DidNotMeet => new ThanksCard(Afterwards.DidNotMeet, meeting.Others),
        _ => new DidYouMeetCard(meeting),
    };

    public static CardRef RefOf(ConnectionRow row, MemberRow member) => new(row.Id, member.Nonce);

    private static List<Interval> OtherMoments(ConnectionRow row, MemberRow member) =>
        [.. (member.OtherGaps ?? []).Select(gap => row.Week.Of(gap))];

    private async Task<Meeting> MeetingAsync(ConnectDb db, ConnectionRow row, MemberRow reader, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var people = await db.Participants.Where(person => ids.Contains(person.PersonId)).ToDictionaryAsync(person => person.PersonId, StringComparer.Ordinal, cancellationToken);
        var others = row.Coming.Where(member => member.PersonId != reader.PersonId).OrderBy(member => member.PersonId, StringComparer.Ordinal)
            .Select(member => ColleagueOf(people.GetValueOrDefault(member.PersonId))).ToList();
        return new Meeting(
            RefOf(row, reader), row.Offer, others, row.Time, PlaceOf(row), people.Values.Select(person => person.Zone).Distinct().Count() > 1, row.IsOpenTable)
        {
            Topics = people.Count > 1 && people.Count == ids.Count ? Shared([.. people.Values]) : [],
        };
    }

    private static List<Topic> Shared(IReadOnlyList<Participant> people) =>
        [.. people.Skip(1).Aggregate(people[0].Preferences.Topics.AsEnumerable(), (shared, person) => shared.Intersect(person.Preferences.Topics)).Order()];

    private Place PlaceOf(ConnectionRow row) => row.Office is { } office
        ? Place.At(pools.Find(row.PoolId).MeetingPointAt(office) ?? office)
        : Place.Online(Uri.TryCreate(row.JoinUrl, UriKind.Absolute, out var link) ? link : null);

    private static async Task<Colleague?> OpenerAsync(ConnectDb db, ConnectionRow row, MemberRow reader, CancellationToken cancellationToken) =>
        row.OpenerId == reader.PersonId || row.OpenerId is null ? null : ColleagueOf(await db.Participants.FindAsync([row.OpenerId], cancellationToken));

    private static Colleague ColleagueOf(Participant? person) => new(person?.Name, person?.UserPrincipalName);

    private static bool IsOn(ConnectionRow row, MemberRow member) => row.State == ConnectionState.Announced && member.Coming;
}
