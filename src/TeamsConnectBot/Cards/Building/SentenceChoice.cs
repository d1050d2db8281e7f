using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Cards.Building;

/// <summary>The sentence for the other person when calling a meeting off: one of a fixed list, none by default.</summary>
internal static class SentenceChoice
{
    private const string None = "none";

    public static IReadOnlyList<CallOffSentence> Values { get; } = Enum.GetValues<CallOffSentence>();

    public static InputChoiceSet Build(CallOffTexts texts, CallOffSentence? chosen) => new()
    {
        Id = Inputs.Sentence,
        Label = texts.Label,
        Choices = [new Choice(texts.None, None), .. Values.Select(sentence => new Choice(texts.For(sentence), $"{sentence}"))],
        Value = chosen is { } sentence ? $"{sentence}" : None,
    };
}

/// <param name="Told">The line on the other person's card.</param>
internal sealed record CallOffTexts(
    string Label, string None, string Note, Template Told, string SomethingCameUp, string TooBusy, string RunningOver, string AnotherTime)
{
    public string For(CallOffSentence sentence) => EnumTexts.Of<string>(this, sentence);
}
