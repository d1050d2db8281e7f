using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <param name="Text">What was done, or why not.</param>
internal sealed record PageNote(string Text, bool IsProblem)
{
    /// <summary>The first line, and those that follow it as a list.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("")];
}

/// <summary>
/// The message above a page's content about what was just done. It is stored with the session for the page after a redirect; in a
/// cookie, a long message would be sent with every request.
/// </summary>
internal sealed class PageNotes(SessionStore sessions)
{
    /// <summary>The most characters; the rest is cut off.</summary>
    public const int Longest = 1000;

    private static readonly object Key = new();

    /// <summary>Sets the message for the page that answers this request.</summary>
    public static void Tell(HttpContext context, string text, bool isProblem) =>
        context.Items[Key] = new PageNote(text.Length <= Longest ? text : $"{text[..(Longest - 1)].TrimEnd()}…", isProblem);

    /// <summary>Stores the message for the next page, when this request is answered with a redirect.</summary>
    public async Task KeepAsync(HttpContext context)
    {
        if (context.Items[Key] is PageNote note && AdminClaims.SessionOf(context.User) is { } secret)
        {
            await sessions.NoteAsync(secret, note.Text, note.IsProblem, context.RequestAborted);
        }
    }

    /// <summary>Returns the message and removes it, so that it is shown once.</summary>
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
