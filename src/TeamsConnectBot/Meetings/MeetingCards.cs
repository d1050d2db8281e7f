using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Meetings;

/// <summary>The cards of a meeting, as one of its members sees them now.</summary>
internal sealed class MeetingCards(PoolCatalogue pools, QuestionMeetings questions, Interests interests)
{
    public async Task<Card> OfAsync(ConnectDb db, MeetingRow row, Message message, CancellationToken cancellationToken)
    {
        if (row.Members.Find(member => member.PersonId == message.PersonId) is not { } member)
        {
            return new StateCard(CardState.NotYours);
        }

        var meeting = await DetailsAsync(db, row, member, cancellationToken);
        return message.Kind switch
        {
            MessageKind.DidYouMeet => AfterCard(row, meeting, member),
            MessageKind.Off => new OffCard(meeting, SaidTo(row, member), GoesFirst: !row.IsForQuestion),
            MessageKind.Reminder when IsOn(row, member) && message.Sequence == row.Moves => new ReminderCard(meeting),
            MessageKind.OtherGap when member.ChooseBy is null => new PointerCard(PointerKind.Answered),
            _ => await NowAsync(db, row, member, meeting, message.Sequence, cancellationToken),
        };
    }

    /// <summary>The meeting's current state for a member, on the card that told them its time.</summary>
    public async Task<Card> NowAsync(
        ConnectDb db, MeetingRow row, MemberRow member, long sequence, CancellationToken cancellationToken) =>
        await NowAsync(db, row, member, await DetailsAsync(db, row, member, cancellationToken), sequence, cancellationToken);

    /// <summary>Asks once more before a member leaves at once.</summary>
    public async Task<Card> LeaveAsync(ConnectDb db, MeetingRow row, MemberRow member, CancellationToken cancellationToken) =>
        new LeaveMeetingCard(await DetailsAsync(db, row, member, cancellationToken));

    /// <summary>'Did you meet?', or thanks for the answer.</summary>
    public async Task<Card> AfterwardsAsync(ConnectDb db, MeetingRow row, MemberRow member, CancellationToken cancellationToken) =>
        AfterCard(row, await DetailsAsync(db, row, member, cancellationToken), member);

    private async Task<Card> NowAsync(
        ConnectDb db, MeetingRow row, MemberRow member, MeetingDetails meeting, long sequence,
        CancellationToken cancellationToken) => row switch
    {
        _ when row.State == MeetingState.Off || !member.Coming => new PointerCard(PointerKind.Off),
        { State: MeetingState.Over } => new PointerCard(PointerKind.Over),
        { State: MeetingState.Moving } when member.ChooseBy is { } by =>
            new CantMakeItCard(
                meeting, [.. (member.OtherGaps ?? []).Select(row.Week.Of)], by, member.Choice, member.Sentence,
                GoesFirst: !row.IsForQuestion),
        _ when sequence < row.Moves => new PointerCard(PointerKind.Moved),
        { Moves: > 0, MovedFrom: { } was } => new MovedCard(meeting, new Interval(was, was + Duration.FromMinutes(row.Minutes))),
        { IsForQuestion: true } => await HelpAsync(db, row, member, meeting, cancellationToken),
        { IsOpenTable: true } => new OpenTableCard(meeting, await OpenerAsync(db, row, member, cancellationToken), row.Question),
        _ => new MeetingCard(meeting, await OpenerAsync(db, row, member, cancellationToken), row.Question),
    };

    private async Task<Card> HelpAsync(
        ConnectDb db, MeetingRow row, MemberRow member, MeetingDetails meeting, CancellationToken cancellationToken)
    {
        var question = await questions.FindAsync(db, row, cancellationToken);
        return new HelpTakenCard(meeting, question?.Words, IsAsker: question?.AskerId == member.PersonId);
    }

    private static Card AfterCard(MeetingRow row, MeetingDetails meeting, MemberRow member) => member.Answer switch
    {
        _ when row.IsForQuestion => new PointerCard(PointerKind.Over),
        MemberAnswer.Met => new ThanksCard(MeetingOutcome.Met, meeting.Others),
        MemberAnswer.AgainPlease => new ThanksCard(MeetingOutcome.AgainPlease, meeting.Others),
        MemberAnswer.ThreeTimes => new ThanksCard(MeetingOutcome.ThreeTimes, meeting.Others),
        MemberAnswer.DidNotMeet => new ThanksCard(MeetingOutcome.DidNotMeet, meeting.Others),
        _ => new DidYouMeetCard(
            meeting,
            SeasonBook.CanBegin(row) ? SeasonQuestion.Begin : row.SeasonOf is null ? SeasonQuestion.None : SeasonQuestion.GoOn),
    };

    // Only one of two people can have called it off with a sentence.
    private static CallOffSentence? SaidTo(MeetingRow row, MemberRow reader) => row.State == MeetingState.Off
        ? row.Members.Find(member => member.PersonId != reader.PersonId && member.Sentence is not null)?.Sentence
        : null;

    public static CardRef RefOf(MeetingRow row, MemberRow member) => new(row.Id, member.Nonce);

    /// <summary>What every card about a meeting shows to one of its members.</summary>
    public async Task<MeetingDetails> DetailsAsync(ConnectDb db, MeetingRow row, MemberRow reader, CancellationToken cancellationToken)
    {
        var ids = row.Coming.Select(member => member.PersonId).ToList();
        var people = await db.Participants.Where(person => ids.Contains(person.PersonId))
            .ToDictionaryAsync(person => person.PersonId, StringComparer.Ordinal, cancellationToken);
        List<string> others = [.. ids.Where(id => id != reader.PersonId).Order(StringComparer.Ordinal)];
        return new MeetingDetails(
            RefOf(row, reader), row.Offer, [.. others.Select(id => ColleagueOf(people.GetValueOrDefault(id)))], row.Time, PlaceOf(row),
            people.Values.DistinctBy(person => person.Zone).Count() > 1, row.IsOpenTable)
        {
            SeasonTime = row.SeasonTime,
            InCommon = await interests.OfAsync(db, reader.PersonId, others, row.Offer == Offer.Learning, cancellationToken),
        };
    }

    private MeetingLocation PlaceOf(MeetingRow row) => row.Office is { } office
        ? MeetingLocation.At(pools.Find(row.PoolId).MeetingPointAt(office))
        : MeetingLocation.Online(Uri.TryCreate(row.JoinUrl, UriKind.Absolute, out var link) ? link : null);

    private static async Task<Colleague?> OpenerAsync(
        ConnectDb db, MeetingRow row, MemberRow reader, CancellationToken cancellationToken) =>
        row.OpenerId is not { } opener || opener == reader.PersonId
            ? null
            : ColleagueOf(await db.Participants.FindAsync([opener], cancellationToken));

    private static Colleague ColleagueOf(Participant? person) => new(person?.Name, person?.UserPrincipalName);

    private static bool IsOn(MeetingRow row, MemberRow member) => row.State == MeetingState.Announced && member.Coming;
}
