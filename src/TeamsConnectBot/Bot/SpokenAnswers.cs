using System.Text.Json;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Handles answers that are typed instead of clicked. If there is exactly one thing they can be about, they do what its button does;
/// otherwise the card is shown with its buttons and nothing is done.
/// </summary>
internal sealed class SpokenAnswers(
    Database database, ActionRouter actions, MeetingCards meetings, Appointments appointments, UseVoteMessages votes,
    HelpCards questions, SweepRequests sweeps, TimeProvider clock)
{
    // 'Did you meet?' is asked once; a 'yes' a month later is about something else.
    private static readonly Duration AskedRecently = Duration.FromDays(7);

    public async Task<Card> AnswerAsync(ActivitySender sender, Participant person, OrdinaryWord word, CancellationToken cancellationToken)
    {
        var isAboutMeetings = word is OrdinaryWord.WhenIsIt or OrdinaryWord.CantMakeIt;
        var open = await database.ReadAsync(db => OpenAsync(db, person, cancellationToken), cancellationToken);
        var meant = open.Where(thing => MeaningOf(thing, word).Fits)
            .OrderBy(thing => thing.Kind == OpenKind.Meeting == isAboutMeetings ? 0 : 1).ToList();
        if (word == OrdinaryWord.WhenIsIt && (meant.Count == 0 || meant.Exists(thing => thing.Kind == OpenKind.Meeting)))
        {
            return await database.ReadAsync(db => appointments.CardAsync(db, person.PersonId, cancellationToken), cancellationToken)
                ?? (Card)new StateCard(CardState.NoMeeting);
        }

        if (meant is not [var first, ..])
        {
            return new StateCard(isAboutMeetings ? CardState.NoMeeting : CardState.NothingOpen);
        }

        return meant is [_] && MeaningOf(first, word).Verb is { } verb
            ? await DoAsync(sender, verb, first, cancellationToken)
            : await database.ReadAsync(db => ShowAsync(db, sender, person, first, cancellationToken), cancellationToken);
    }

    private async Task<Card> DoAsync(ActivitySender sender, string verb, OpenThing thing, CancellationToken cancellationToken)
    {
        var click = new Click(sender, verb, thing.Ref, JsonSerializer.SerializeToElement(thing.Data));
        var answer = await actions.HandleAsync(click, cancellationToken);

        // The earlier card in the chat must show the answer too.
        await database.WriteAsync(db => StaleCards.MarkAsync(db, thing.Ref.Id, sender.PersonId, cancellationToken), cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return answer.Card;
    }

    /// <returns>Whether the word can be about it, and the button it stands for; no button when the person has to choose first.</returns>
    private static (bool Fits, string? Verb) MeaningOf(OpenThing thing, OrdinaryWord word) => (thing.Kind, word) switch
    {
        (OpenKind.Invitation, OrdinaryWord.Yes) => (true, thing.Data is not null ? Verbs.InvitationYes : null),
        (OpenKind.Accepted or OpenKind.Declined or OpenKind.Vote, OrdinaryWord.Yes) => (true, null),
        (OpenKind.Vote, OrdinaryWord.No) => (true, null),
        (OpenKind.Invitation or OpenKind.Accepted, OrdinaryWord.No or OrdinaryWord.NotThisWeek or OrdinaryWord.CantMakeIt) =>
            (true, Verbs.InvitationNotThisWeek),
        (OpenKind.Invitation, OrdinaryWord.AfterAllNot) => (true, Verbs.InvitationNotThisWeek),
        (OpenKind.Accepted, OrdinaryWord.AfterAllNot) => (true, Verbs.InvitationTakeBack),
        (OpenKind.Accepted, OrdinaryWord.WhenIsIt) => (true, null),
        (OpenKind.Meeting, OrdinaryWord.CantMakeIt or OrdinaryWord.AfterAllNot) => (true, Verbs.MeetingCantMakeIt),
        (OpenKind.Meeting, OrdinaryWord.NotThisWeek or OrdinaryWord.No or OrdinaryWord.WhenIsIt) => (true, null),
        (OpenKind.Afterwards, OrdinaryWord.Yes) => (true, Verbs.DidMeet),
        (OpenKind.Afterwards, OrdinaryWord.No) => (true, Verbs.DidNotMeet),
        (OpenKind.Asked, OrdinaryWord.AfterAllNot) => (true, Verbs.TakeBackAsk),
        (OpenKind.Offer, OrdinaryWord.Yes) => (true, thing.Data is not null ? Verbs.HelpYes : null),
        (OpenKind.Offer, OrdinaryWord.No or OrdinaryWord.NotThisWeek or OrdinaryWord.CantMakeIt or OrdinaryWord.AfterAllNot) =>
            (true, Verbs.HelpNotNow),
        (OpenKind.Draft, OrdinaryWord.Yes) => (true, Verbs.HelpSend),
        (OpenKind.Draft, OrdinaryWord.No or OrdinaryWord.AfterAllNot) => (true, Verbs.HelpWithdraw),
        (OpenKind.Question, OrdinaryWord.AfterAllNot) => (true, Verbs.HelpWithdraw),
        (OpenKind.DidItHelp, OrdinaryWord.Yes) => (true, Verbs.HelpHelped),
        (OpenKind.DidItHelp, OrdinaryWord.No) => (true, null),
        _ => (false, null),
    };

    private async Task<Card> ShowAsync(
        ConnectDb db, ActivitySender sender, Participant person, OpenThing thing, CancellationToken cancellationToken)
    {
        switch (thing.Kind)
        {
            case OpenKind.Asked:
                return new AskedCard(thing.Ref);
            case OpenKind.Vote:
                return await votes.CardAsync(db, thing.Ref.Id, person, cancellationToken) ?? new StateCard(CardState.Gone);
            case OpenKind.Offer:
                var offer = await db.HelpOffers.SingleAsync(one => one.Id == thing.Ref.Id, cancellationToken);
                return await questions.OfOfferAsync(db, offer, cancellationToken);
            case OpenKind.Draft or OpenKind.Question or OpenKind.DidItHelp:
                var question = await db.HelpRequests.SingleAsync(one => one.Id == thing.Ref.Id, cancellationToken);
                return thing.Kind == OpenKind.DidItHelp
                    ? await questions.AfterwardsAsync(db, question, isIncomplete: false, cancellationToken)
                    : await questions.OfAskerAsync(db, question, cancellationToken);
            case OpenKind.Meeting or OpenKind.Afterwards:
                var row = await db.Meetings.Include(one => one.Members).SingleAsync(one => one.Id == thing.Ref.Id, cancellationToken);
                var member = row.Members.First(one => one.PersonId == person.PersonId);
                return thing.Kind == OpenKind.Meeting
                    ? await meetings.NowAsync(db, row, member, row.Moves, cancellationToken)
                    : await meetings.AfterwardsAsync(db, row, member, cancellationToken);
            default:
                return (await actions.HandleAsync(new Click(sender, Verbs.InvitationShow, thing.Ref), cancellationToken)).Card;
        }
    }

    private async Task<List<OpenThing>> OpenAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var since = now - AskedRecently;
        var open = new List<OpenThing>();
        var connections = db.Meetings.Include(row => row.Members)
            .Where(row => row.StartsAt > since && row.Members.Any(member => member.PersonId == person.PersonId && member.Coming))
            .OrderBy(row => row.StartsAt);
        foreach (var row in await connections.ToListAsync(cancellationToken))
        {
            var member = row.Members.First(one => one.PersonId == person.PersonId);
            var reference = MeetingCards.RefOf(row, member);
            if (row.State is MeetingState.Announced or MeetingState.Moving && row.EndsAt > now)
            {
                open.Add(new OpenThing(OpenKind.Meeting, reference));
            }
            else if (row is { State: MeetingState.Over, IsForQuestion: false } && member.Answer == MemberAnswer.Asked)
            {
                open.Add(new OpenThing(OpenKind.Afterwards, reference));
            }
        }

        // One whose sending was interrupted may have arrived.
        var invitations = db.Invitations.Where(row => row.PersonId == person.PersonId && row.AnswersUntil > now && (row.SentAt != null
            || db.Messages.Any(message => message.SubjectId == row.Id && message.Kind == MessageKind.Invitation
                && message.State == MessageState.InDoubt)));
        open.AddRange((await invitations.ToListAsync(cancellationToken)).Where(row => row.State.IsOpen())
            .OrderByDescending(row => row.SentAt).Select(Of));
        open.AddRange(await QuestionsAsync(db, person.PersonId, now, cancellationToken));
        if (person.AskedForCompanyAt is not null)
        {
            open.Add(new OpenThing(OpenKind.Asked, PersonalCards.RefOf(person)));
        }

        var vote = await db.FirstUses.Where(row => row.VoteUntil > now && row.Approved == null).FirstOrDefaultAsync(cancellationToken);
        if (vote is not null
            && SecretVote.IsAsked(person, vote)
            && await db.Voters.FindAsync([vote.Id, person.PersonId], cancellationToken) is null)
        {
            open.Add(new OpenThing(OpenKind.Vote, new CardRef(vote.Id, person.Nonce)));
        }

        return open;
    }

    // What somebody asks, and what they are asked. A yes that is still being arranged looks to its asker as if there were none.
    private async Task<List<OpenThing>> QuestionsAsync(ConnectDb db, string personId, Instant now, CancellationToken cancellationToken)
    {
        var things = new List<OpenThing>();
        foreach (var row in await db.HelpRequests.Where(row => row.PersonId == personId).ToListAsync(cancellationToken))
        {
            if (row.State.AsAskerSeesIt() is var state && state is HelpRequestState.Draft or HelpRequestState.Open)
            {
                things.Add(new OpenThing(state == HelpRequestState.Draft ? OpenKind.Draft : OpenKind.Question, HelpCards.RefOf(row)));
            }
            else if (row is { State: HelpRequestState.Over, Outcome: null } && await db.Messages.AnyAsync(
                message => message.Kind == MessageKind.DidItHelp && message.SubjectId == row.Id && message.SentAt != null,
                cancellationToken))
            {
                things.Add(new OpenThing(
                    OpenKind.DidItHelp, HelpCards.RefOf(row), new() { [Inputs.Helped] = DidItHelpCard.ValueOf(HelpedAnswer.Yes) }));
            }
        }

        foreach (var offer in await db.HelpOffers
            .Where(offer => offer.PersonId == personId && offer.State == HelpOfferState.Open && offer.SentAt != null)
            .ToListAsync(cancellationToken))
        {
            if (await db.HelpRequests.FindAsync([offer.RequestId], cancellationToken) is { State: HelpRequestState.Open } row
                && questions.IsAnswerable(row, offer))
            {
                // A plain yes is enough when one moment is left.
                var isLastMoment = offer.Starts.Count(start => start > now) == 1;
                things.Add(new OpenThing(
                    OpenKind.Offer, new CardRef(offer.Id, offer.Nonce),
                    isLastMoment ? new() { [Inputs.Slot] = $"{offer.Starts.Count - 1}" } : null));
            }
        }

        return things;
    }

    private static OpenThing Of(Invitation invitation)
    {
        var kind = invitation.State switch
        {
            InvitationState.Yes => OpenKind.Accepted,
            InvitationState.NotThisWeek or InvitationState.Paused => OpenKind.Declined,
            _ => OpenKind.Invitation,
        };

        // With one slot there is nothing to choose; but a card that may not have arrived is shown before it is said yes to.
        var hasOneSlot = kind == OpenKind.Invitation && invitation.Gaps.Count == 1 && invitation.SentAt is not null;
        return new OpenThing(kind, InvitationCards.RefOf(invitation), hasOneSlot ? new() { [Inputs.Gaps] = "0" } : null);
    }

    private enum OpenKind { Invitation, Accepted, Declined, Meeting, Afterwards, Asked, Vote, Offer, Draft, Question, DidItHelp }

    /// <param name="Data">What a yes has to contain; null when the person has to choose first.</param>
    private sealed record OpenThing(OpenKind Kind, CardRef Ref, Dictionary<string, string>? Data = null);
}
