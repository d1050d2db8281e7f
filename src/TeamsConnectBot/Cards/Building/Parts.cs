using System.Text.Json.Nodes;

namespace TeamsConnectBot.Cards.Building;

/// <summary>The few elements that every card is built from, so that all look alike.</summary>
internal static class Parts
{
    public static TextBlock Heading(string text) =>
        new() { Text = text, Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    /// <summary>The size is explicit, because a host may render any heading larger than the card's own title.</summary>
    public static TextBlock SubHeading(string text) =>
        new() { Text = text, Size = TextSize.Default, Weight = TextWeight.Bolder, Style = TextStyle.Heading, Spacing = Spacing.Medium };

    public static TextBlock Line(string text) => new() { Text = text };

    public static TextBlock Tight(string text) => new() { Text = text, Spacing = Spacing.Small };

    public static TextBlock Note(string text) => new() { Text = text, IsSubtle = true };

    /// <summary>The line people look for first.</summary>
    public static TextBlock Strong(string text) => new() { Text = text, Weight = TextWeight.Bolder };

    public static TextBlock Bullets(IEnumerable<string> lines) =>
        new() { Text = string.Join("\n", lines.Select(line => "- " + line)), Spacing = Spacing.Small };

    /// <summary>A button that ignores the card's inputs, so that an empty one never blocks a 'no'.</summary>
    public static ExecuteAction Button(string title, string verb, CardRef card) => new()
    {
        Title = title, Verb = verb, Data = Data(card), AssociatedInputs = AssociatedInputs.None,
    };

    /// <summary>A button that validates the card's inputs and sends them.</summary>
    public static ExecuteAction Send(string title, string verb, CardRef card) => new()
    {
        Title = title, Verb = verb, Data = Data(card), Style = ActionStyle.Positive,
    };

    /// <summary>A button that sends the card's inputs but is not the one to press first.</summary>
    public static ExecuteAction Submit(string title, string verb, CardRef card) => Send(title, verb, card) with { Style = null };

    public static OpenUrlAction Link(string title, Uri url) => new() { Title = title, Url = url.AbsoluteUri };

    /// <summary>
    /// A row of buttons that fits a phone; what does not fit is cut off, not wrapped. Buttons are in the body, because only there do old
    /// clients use an Execute's fallback.
    /// </summary>
    public static ActionSet Buttons(params IEnumerable<CardAction> actions) => new() { Actions = [.. actions], Spacing = Spacing.Medium };

    /// <summary>A further row, close below the first.</summary>
    public static ActionSet MoreButtons(params IEnumerable<CardAction> actions) =>
        new() { Actions = [.. actions], Spacing = Spacing.Small };

    private static JsonObject Data(CardRef card) => new() { ["id"] = card.Id.ToString(), ["nonce"] = card.Nonce };
}
