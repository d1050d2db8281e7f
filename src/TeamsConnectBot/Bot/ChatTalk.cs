using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Bot;

/// <summary>
/// What is answered to whatever somebody types in their own chat: a command, a word said to the card that stands open, a word said to
/// anybody, what they nearly typed, or people to talk to. What was typed is kept nowhere.
/// </summary>
internal sealed class ChatTalk(CommandRouter commands, SpokenAnswers spoken, NearMisses misses, OwnSettings own)
{
    /// <summary>People to talk to and nothing else, for words of despair; that comes before everything.</summary>
    public Card PeopleToTalkTo(string language) => new PeopleCard(own.ContactsIn(language));

    public async Task<Card> AnswerAsync(Participant person, string text, CancellationToken cancellationToken)
    {
        if (await commands.AnswerAsync(person, text, cancellationToken) is { } answer)
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
                return await spoken.AnswerAsync(person, word, cancellationToken);
        }

        var reference = PersonalCards.RefOf(person);
        return misses.Of(text) is { Count: > 0 } near
            ? new DidYouMeanCard(reference, [.. near.Select(command => new Meant(command.Words[person.Language][0], command.Verb!))])
            : new UnknownInputCard(reference, own.ContactsIn(person.Language));
    }
}
