namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Decides whether a name mentioned in a text is the bot's.</summary>
internal sealed class MentionResolver(IReadOnlyList<MentionedAccount> mentions, string? botName)
{
    private readonly List<(string Name, string Text, bool IsBot)> known =
    [
        .. mentions.Select(mention => (AtTag.Plain(mention.Account.Name), AtTag.Plain(mention.Text), mention.IsBot)),
        .. AtTag.Plain(botName) is { Length: > 0 } own && !mentions.Any(mention => mention.IsBot)
            ? [(own, "", true)]
            : Array.Empty<(string, string, bool)>(),
    ];

    /// <returns>Whether the name is the bot's; null when it matches no known account.</returns>
    public bool? IsBot(string name) =>
        Find(one => AtTag.AreSame(one.Text, name))
            ?? Find(one => AtTag.AreSame(one.Name, name))
            ?? Find(one => AtTag.IsPart(name, one.Name));

    /// <summary>Removes the bot's mention where it appears without a tag, although an entity says that the bot is mentioned.</summary>
    public string WithoutBareMention(string text)
    {
        if (!mentions.Any(mention => mention.IsBot))
        {
            return text;
        }

        text = text.Trim();
        foreach (var (name, mention, _) in known.Where(one => one.IsBot))
        {
            if (mention.Length > 0 && text.IndexOf(mention, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return $"{text[..at].TrimEnd()} {text[(at + mention.Length)..].TrimStart(' ', ',', ':')}";
            }

            foreach (var called in new[] { name, $"@{name}" }.Where(called => called.Length > 1))
            {
                if (text.StartsWith(called, StringComparison.OrdinalIgnoreCase)
                    && (text.Length == called.Length || !char.IsLetterOrDigit(text[called.Length])))
                {
                    return text[called.Length..].TrimStart(' ', ',', ':');
                }
            }
        }

        return text;
    }

    private bool? Find(Func<(string Name, string Text, bool IsBot), bool> fits)
    {
        var found = known.Where(fits).ToList();
        return found.Count == 0 ? null : found.Exists(one => one.IsBot);
    }
}
