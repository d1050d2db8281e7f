using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Cards.Building;

/// <summary>Somebody a card names. After erasure both values are null, and the card says 'a colleague'.</summary>
internal sealed record Colleague(string? Name, string? UserPrincipalName)
{
    /// <summary>
    /// <c>Noor</c>, <c>Noor en Sam</c>, <c>Noor, Sam en Ada</c>; <c>een collega</c> when all were erased. As markdown.
    /// </summary>
    public static string NamesOf(IReadOnlyList<Colleague> people, Texts texts)
    {
        var names = people.Select(person => person.Shown(texts)).ToList();
        return names.Count < 2
            ? names.FirstOrDefault(texts.Common.Colleague)
            : texts.Common.And.With(("first", string.Join(", ", names.SkipLast(1))), ("last", names[^1]));
    }

    /// <summary>Opens a Teams chat with them; null when none of them can be addressed any more.</summary>
    public static Uri? ChatLink(MicrosoftCloud cloud, IReadOnlyList<Colleague> people)
    {
        var users = people.Select(person => person.UserPrincipalName).OfType<string>().Select(Uri.EscapeDataString).ToList();
        return users.Count == 0 ? null : new Uri($"{cloud.TeamsWeb}/l/chat/0/0?users={string.Join(',', users)}");
    }

    /// <summary>As markdown.</summary>
    public string Shown(Texts texts) => MarkdownText.Escape(Name) is { Length: > 0 } name ? name : texts.Common.Colleague;

    public override string ToString() => "a colleague";
}
