namespace TeamsConnectBot.Admin.Preview;

/// <summary>A card as somebody would get it.</summary>
/// <param name="Language">Whose words it has.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="Json">The Adaptive Card.</param>
internal sealed record CardPreview(string Language, string Title, string Json);
