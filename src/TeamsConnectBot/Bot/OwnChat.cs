using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Answers what people type and click in their own chat. What is typed may be a command, an answer to an open card, small talk, or
/// nearly a command; none of it is stored.
/// </summary>
internal sealed class OwnChat(
    Arrivals arrivals, CommandRouter<ChatTurn> commands, ActionRouter actions, SpokenAnswers spoken, NearMisses misses,
    HelpOverview overview, PersonalCards personal, CardComposer composer, Replies replies, OwnSettings own, Database database)
{
    public async Task WroteAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var text = turn.Activity.TextWithoutRecipientMention();
        if (DespairWords.AreIn(text))
        {
            await OfferPeopleAsync(turn, cancellationToken);
            return;
        }

        if (await arrivals.WroteAsync(turn.Activity, cancellationToken) is not ({ } person, var isNew))
        {
            return;
        }

        UseLanguage(turn, person);
        var reader = composer.ReaderFor(person);
        var card = await AnswerAsync(ActivitySender.Of(turn.Activity)! with { Texts = reader.Texts }, person, text, cancellationToken);
        if (isNew && card is UnknownInputCard or ShortAnswerCard or JoinFirstCard or DidYouMeanCard
            or StateCard { State: CardState.NothingOpen or CardState.NoMeeting })
        {
            card = personal.Welcome(person);
        }

        person.Language = card is ChatLanguageCard { Chosen: { } chosen } ? chosen : person.Language;
        await replies.SendAsync(turn, card, composer.ReaderFor(person), cancellationToken);
    }

    public async Task<AdaptiveCardInvokeResponse> ClickedAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await arrivals.KnownAsync(turn.Activity, cancellationToken) is not { } person)
        {
            // The person was erased, perhaps by this very click when it was delivered before.
            Card gone = click.Verb == Verbs.Forget ? new ForgottenCard() : new StateCard(CardState.Gone);
            return CardAnswer.Card(gone.Build(composer.ReaderFor(turn.Activity.Locale)));
        }

        var reader = composer.ReaderFor(person);
        var sender = ActivitySender.Of(turn.Activity)! with { Texts = reader.Texts };
        return await actions.AnswerAsync(Click.Of(click, sender), reader, turn, cancellationToken);
    }

    /// <summary>Has a click on a ritual's card, which is handled as in a channel, answered in the person's language.</summary>
    public async Task UseLanguageAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await arrivals.KnownAsync(turn.Activity, cancellationToken) is { } person)
        {
            UseLanguage(turn, person);
        }
    }

    // A person who asked for a language gets it everywhere in their own chat.
    private static void UseLanguage(ITurnContext turn, Participant person) => turn.Activity.Locale = person.Language;

    // This comes before everything else, and stores nothing about somebody who is not known yet.
    private async Task OfferPeopleAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var known = await arrivals.KnownAsync(turn.Activity, cancellationToken);
        var reader = known is null ? composer.ReaderFor(turn.Activity.Locale) : composer.ReaderFor(known);
        await replies.SendAsync(turn, new PeopleCard(own.ContactsIn(reader.Texts.Language)), reader, cancellationToken);
    }

    private async Task<Card> AnswerAsync(ActivitySender sender, Participant person, string text, CancellationToken cancellationToken)
    {
        var plain = WrittenWords.Plain(text.AsSpan(0, Math.Min(text.Length, CommandRouter<ChatTurn>.LongestRead)));
        if (await commands.AnswerAsync(new ChatTurn(sender, person, plain, text, database), cancellationToken) is { } answer)
        {
            return answer;
        }

        switch (OrdinaryWords.Find(text))
        {
            case OrdinaryWord.Thanks:
                return new ShortAnswerCard(ShortAnswer.Thanks);
            case OrdinaryWord.Greeting:
                return new ShortAnswerCard(ShortAnswer.Greeting);
            case { } word:
                return await spoken.AnswerAsync(sender, person, word, cancellationToken);
        }

        return misses.Of(text) is { Count: > 0 } near
            ? overview.DidYouMean(person, near)
            : new UnknownInputCard(PersonalCards.RefOf(person), own.ContactsIn(person.Language));
    }
}
