namespace TeamsConnectBot.Cards.Building;

/// <summary>An opening question, set apart from the practical lines.</summary>
internal static class OpeningQuestion
{
    public static Container Build(Texts texts, string question) => new()
    {
        Style = ContainerStyle.Emphasis,
        Items =
        [
            new TextBlock { Text = texts.Connection.QuestionLabel, IsSubtle = true, Size = TextSize.Small },
            new TextBlock { Text = question, Spacing = Spacing.Small },
        ],
    };
}
