using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>Handles the answer to 'Did you meet?'. It never asks who did not come.</summary>
internal sealed class AfterwardsAction(Database database, Handshake handshake, MeetingCards cards) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } =
    [
        Cards.Verbs.DidMeet, Cards.Verbs.DidNotMeet, Cards.Verbs.MeetAgain, Cards.Verbs.MeetThreeTimes, Cards.Verbs.MetEnough,
    ];

    public override Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken) => database.WriteAsync<ClickAnswer>(
        async db =>
        {
            if (await MeetingRows.FindAsync(db, click.Ref.Id, cancellationToken) is not { } row)
            {
                return Gone;
            }

            if (row.Members.Find(x => x.PersonId == click.PersonId) is not { } member || !Nonce.Matches(member.Nonce, click.Ref.Nonce))
            {
                return NotYours;
            }

            if (row.IsForQuestion)
            {
                // Only whoever asked is asked about it, on a card of its own; nobody is asked to meet again.
                return await cards.AfterwardsAsync(db, row, member, cancellationToken);
            }

            await handshake.ApplyAsync(db, row, MeetingEvent.Answered(click.PersonId, AnswerOf(click.Verb, row)), cancellationToken);
            if (click.Verb == Cards.Verbs.MetEnough && row.SeasonOf is { } first)
            {
                await SeasonBook.DropAsync(db, click.PersonId, first, cancellationToken);
            }

            await CountContactAsync(db, row, member, cancellationToken);
            return await cards.AfterwardsAsync(db, row, member, cancellationToken);
        },
        cancellationToken);

    private static MemberAnswer AnswerOf(string verb, MeetingRow row) => verb switch
    {
        Cards.Verbs.DidMeet or Cards.Verbs.MetEnough => MemberAnswer.Met,
        Cards.Verbs.MeetThreeTimes when SeasonBook.CanBegin(row) => MemberAnswer.ThreeTimes,
        Cards.Verbs.MeetThreeTimes => MemberAnswer.Met,
        Cards.Verbs.MeetAgain => MemberAnswer.AgainPlease,
        _ => MemberAnswer.DidNotMeet,
    };

    // A meeting that did not happen does not count as contact.
    private static async Task CountContactAsync(ConnectDb db, MeetingRow row, MemberRow member, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([member.PersonId], cancellationToken) is not { } person)
        {
            return;
        }

        if (member.Answer == MemberAnswer.DidNotMeet)
        {
            await LastContact.DropAsync(db, person, row, cancellationToken);
        }
        else if (member.Answer is MemberAnswer.Met or MemberAnswer.AgainPlease or MemberAnswer.ThreeTimes
            && !(person.LastContactAt >= row.EndsAt))
        {
            person.LastContactAt = row.EndsAt;
        }
    }
}
