using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;

namespace TeamsConnectBot.Cards.Building;

/// <summary>One kind of message to one person. The record holds what it says; a reader decides how it is worded.</summary>
internal abstract record Card
{
    public AdaptiveCard Build(Reader reader) => new()
    {
        Lang = reader.Texts.Language,
        FallbackText = Summary(reader.Texts),
        Body = [.. Body(reader)],
    };

    /// <summary>Whether it speaks of invitations to come, which there are none of while everything is stopped.</summary>
    public virtual bool SaysWhatIsToCome => false;

    /// <summary>The notification's text. Anyone may see it on a lock screen: no name, no reason, no signal.</summary>
    public abstract string Summary(Texts texts);

    protected abstract IEnumerable<CardElement> Body(Reader reader);
}
