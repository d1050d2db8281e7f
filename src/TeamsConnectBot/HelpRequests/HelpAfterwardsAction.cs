using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Whether it helped, as only the asker is asked, and a sentence of thanks. Neither is counted anywhere by name.</summary>
internal sealed class HelpAfterwardsAction(
    Database database, Handshake handshake, HelpCards cards, Outbox outbox, SweepRequests sweeps) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.HelpHelped, Cards.Verbs.HelpThanks];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var card = await database.WriteAsync<Card>(
            async db =>
            {
                if (await db.HelpRequests.FindAsync([click.Ref.Id], cancellationToken) is not { } row)
                {
                    return Gone;
                }

                if (row.PersonId != click.PersonId || !Nonce.Matches(row.Nonce, click.Ref.Nonce))
                {
                    return NotYours;
                }

                // After a meeting that was called off nobody is asked, and no words reach whoever would have helped.
                return row is not { State: HelpRequestState.Over, MeetingId: { } meeting }
                    || await db.Meetings.FindAsync([meeting], cancellationToken) is not { State: MeetingState.Over }
                    ? await cards.OfAskerAsync(db, row, cancellationToken)
                    : click.Verb == Cards.Verbs.HelpHelped
                        ? await HelpedAsync(db, row, meeting, click, cancellationToken)
                        : await ThankAsync(db, row, click, cancellationToken);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return card;
    }

    private async Task<Card> HelpedAsync(
        ConnectDb db, HelpRequestRow row, Guid meetingId, Click click, CancellationToken cancellationToken)
    {
        if (DidItHelpCard.Read(click.Input(Inputs.Helped)) is not { } said)
        {
            return await cards.AfterwardsAsync(db, row, isIncomplete: true, cancellationToken);
        }

        if (row.Outcome is null && await MeetingRows.FindAsync(db, meetingId, cancellationToken) is { } meeting)
        {
            row.Outcome = OutcomeOf(said);
            var answer = said == HelpedAnswer.Off ? MemberAnswer.DidNotMeet : MemberAnswer.Met;
            await handshake.ApplyAsync(db, meeting, MeetingEvent.Answered(row.PersonId, answer), cancellationToken);

            // What did not happen is no contact. The helper's row is theirs: it would tell them what the asker answered.
            if (said == HelpedAnswer.Off && await db.Participants.FindAsync([row.PersonId], cancellationToken) is { } asker)
            {
                await LastContact.DropAsync(db, asker, meeting, cancellationToken);
            }
        }

        return await cards.AfterwardsAsync(db, row, isIncomplete: false, cancellationToken);
    }

    private async Task<Card> ThankAsync(ConnectDb db, HelpRequestRow row, Click click, CancellationToken cancellationToken)
    {
        var words = OwnWords.OnOneLine(click.Input(Inputs.OwnWords));
        if (row is not { Outcome: not (null or HelpOutcome.DidNotHappen), Thanks: null, HelperId: { } helperId }
            || await db.Participants.FindAsync([helperId], cancellationToken) is not { } helper)
        {
            return await cards.AfterwardsAsync(db, row, isIncomplete: false, cancellationToken);
        }

        if (OwnWords.Problem(words, ThankHelperCard.LongestWords) is { } problem)
        {
            return await HelpCards.ThankAsync(db, row, cancellationToken) with
            {
                Words = words, Problem = click.Texts.Helping.Problems.OfWords(problem, words, ThankHelperCard.LongestWords),
            };
        }

        row.Thanks = words;
        await outbox.AddAsync(db, helper, MessageKind.HelpThanks, row.Id, cancellationToken: cancellationToken);
        return await cards.AfterwardsAsync(db, row, isIncomplete: false, cancellationToken);
    }

    private static HelpOutcome OutcomeOf(HelpedAnswer said) => said switch
    {
        HelpedAnswer.Yes => HelpOutcome.Helped,
        HelpedAnswer.Bit => HelpOutcome.HelpedABit,
        HelpedAnswer.No => HelpOutcome.DidNotHelp,
        _ => HelpOutcome.DidNotHappen,
    };
}
