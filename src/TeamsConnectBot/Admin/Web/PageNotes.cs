using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <param name="Text">What was done, or why not.</param>
internal sealed record PageNote(string Text, bool IsProblem)
{
    /// <summary>What it says first, and what stands under it in a list.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines
        ? lines
        : [""];
}

/// <summary>
/// What a page says above its content about what was just done. It waits beside the session for the page after a redirect: in a cookie a
/// long one would come back with every request.
/// </summary>
internal sealed class PageNotes(SessionBook sessions)
{
    /// <summary>The longest a note is; the rest is cut.</summary>
    public const int Longest = 1000;

    private static readonly object Key = new();

    /// <summary>A note of several lines, the ones after the first as a list.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>For the page that answers this request.</summary>
    public static void Tell(HttpContext context, string text, bool isProblem) =>
        context.Items[Key] = new PageNote(text.Length <= Longest ? text : $"{text[..(Longest - 1)].TrimEnd()}…", isProblem);

    /// <summary>For the next page, when this request is not answered with one.</summary>
    public async Task KeepAsync(HttpContext context)
    {
        if (context.Items[Key] is PageNote note && AdminClaims.SessionOf(context.User) is { } secret)
        {
            await sessions.NoteAsync(secret, note.Text, note.IsProblem, context.RequestAborted);
        }
    }

    /// <summary>What is to be said, once.</summary>
    public async Task<PageNote?> TakeAsync(HttpContext context)
    {
        if (context.Items[Key] is PageNote now)
        {
            return now;
        }

        if (AdminClaims.SessionOf(context.User) is not { } secret
            || await sessions.FindAsync(secret, context.RequestAborted) is not { Note: { } text } session)
        {
            return null;
        }

        await sessions.NoteAsync(secret, null, false, context.RequestAborted);
        return new PageNote(text, session.NoteIsProblem);
    }
}
