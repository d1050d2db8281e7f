using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Makes messages to send.</summary>
public static class MessageFactory
{
    /// <summary>A message of text.</summary>
    /// <param name="text">The text, as markdown.</param>
    public static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "markdown" };

    /// <summary>A message that is a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="summary">What the notification shows. Others may look over a shoulder: it gives nothing away.</param>
    /// <exception cref="CardTooLargeException">The card takes more than <see cref="AdaptiveCard.MaxBytes"/>.</exception>
    public static Activity Card(AdaptiveCard card, string summary)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new Activity { Type = ActivityTypes.Message, Summary = summary, Attachments = [card.ToAttachment()] };
    }
}
