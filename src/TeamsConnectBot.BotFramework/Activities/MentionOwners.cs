namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Whose mention a name in a text is.</summary>
internal sealed class MentionOwners(IReadOnlyList<MentionOf> mentions, string? botName)
{
    private readonly List<(string Name, string Text, bool IsBot)> _known =
    [
        .. mentions.Select(mention => (AtTag.Plain(mention.Account.Name), AtTag.Plain(mention.Text), mention.IsBot)),
        .. AtTag.Plain(botName) is { Length: > 0 } own && !mentions.Any(mention => mention.IsBot)
            ? [(own, "", true)]
            : Array.Empty<(string, string, bool)>(),
    ];

    /// <returns>Null for a name that none of those mentioned has.</returns>
    public bool? IsBots(string name) =>
        Find(known => AtTag.AreSame(known.Text, name))
            ?? Find(known => AtTag.AreSame(known.Name, name))
            ?? Find(known => AtTag.IsPart(name, known.Name));

    /// <summary>A text in which the bot's mention stands without a tag, where an entity says that there is one.</summary>
    public string WithoutBareMention(string text)
    {
        if (!mentions.Any(mention => mention.IsBot)) return text;

        text = text.Trim();
        foreach (var (name, said, _) in _known.Where(known => known.IsBot))
        {
            if (said.Length > 0 && text.IndexOf(said, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return $"{text[..at].TrimEnd()} {text[(at + said.Length)..].TrimStart(' ', ',', ':')}";


            foreach (var called in new[] { name, $"@{name}" }.Where(called => called.Length > 1))
            {
                if (text.StartsWith(called, StringComparison.OrdinalIgnoreCase)
                    && (text.Length == called.Length || !char.IsLetterOrDigit(text[called.Length])))
                    return text[called.Length..].TrimStart(' ', ',', ':');
            }
        }

        return text;
    }

    private bool? Find(Func<(string Name, string Text, bool IsBot), bool> fits)
    {
        var found = _known.Where(fits).ToList();
        return found.Count == 0 ? null : found.Exists(known => known.IsBot);
    }
}
