namespace TeamsConnectBot.Core.Rules.Definition;

/// <summary>A sentence in both languages.</summary>
/// <param name="Nl">In Dutch.</param>
/// <param name="En">In English.</param>
public sealed record LocalText(string Nl, string En)
{
    /// <summary>The sentence in a language: Dutch for <c>nl</c>, English for any other.</summary>
    public string In(string language) => language == "nl" ? Nl : En;
}
