namespace TeamsConnectBot.Cards.Building;

/// <summary>One kind of message to one person. The record holds its content; the reader determines language and time zone.</summary>
internal abstract record Card
{
    public AdaptiveCard Build(Reader reader) => new()
    {
        Lang = reader.Texts.Language, FallbackText = Summary(reader.Texts), Body = [.. Body(reader)],
    };

    /// <summary>Whether it mentions future invitations; there are none while everything is stopped.</summary>
    public virtual bool MentionsFutureInvitations => false;

    /// <summary>Who sees it as an answer in a channel or group chat.</summary>
    public virtual Audience Audience => Audience.Everybody;

    /// <summary>The text of the notification. Anyone may see it on a lock screen, so it has no name, no reason and no signal.</summary>
    public abstract string Summary(Texts texts);

    protected abstract IEnumerable<CardElement> Body(Reader reader);
}
