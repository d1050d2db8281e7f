using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>A question to colleagues. It has no field for who asks.</summary>
/// <param name="Words">What it is about, in the asker's own words, on one line; shown exactly as written.</param>
/// <param name="Minutes">How long the asker thinks it takes.</param>
/// <param name="Until">By when the asker wants to be helped.</param>
/// <param name="Language">A two-letter code.</param>
internal sealed record HelpQuestion(string Words, int Minutes, Instant Until, string Language)
{
    // Keeps the words out of logs.
    public override string ToString() => "a question";

    /// <summary>The words, set apart so that it is clear that a person wrote them.</summary>
    public Container Quoted() => OwnWordsBox.Of(Words);

    public string LanguageName(Texts texts) => texts.SpokenLanguages.GetValueOrDefault(Language, Language);
}

/// <summary>Shows what a person wrote, apart from the bot's own sentences.</summary>
internal static class OwnWordsBox
{
    public static Container Of(string words) => new()
    {
        Style = ContainerStyle.Emphasis, Items = [new TextBlock { Text = $"“{MarkdownText.Escape(words)}”" }],
    };
}
