using NodaTime;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The kinds of things held about a person.</summary>
internal enum DataKind
{
    Consent,
    Preferences,
    AiUseDays,
    Invitations,
    Connections,
    Answers,
    NotWith,
    Chat,
    Rituals,
    Office,
}

/// <param name="Count">How many are held.</param>
/// <param name="Until">When the last of them goes; null when no day is set.</param>
/// <param name="Lasts">How long they stay where no day is set.</param>
internal sealed record DataHeld(DataKind Kind, int Count, Instant? Until, Lasts Lasts);

/// <summary>How long something stays that has no day to go.</summary>
internal enum Lasts
{
    /// <summary>Of somebody who has the app and never joined.</summary>
    WhileThere,

    /// <summary>And 90 days after stopping.</summary>
    WhileTakingPart,
    WhileInRitual,

    /// <summary>What was done in office.</summary>
    WhileInUse,
}

/// <summary>Everything held about the person, as a list of kinds; the file has the things themselves.</summary>
internal sealed record MyDataCard(CardRef Ref, IReadOnlyList<DataHeld> Held) : Card
{
    public override string Summary(Texts texts) => texts.MyData.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.MyData;
        yield return Parts.Heading(texts.Heading);
        yield return Held.Count == 0
            ? Parts.Line(texts.Nothing)
            : Parts.Bullets(Held.Select(held => $"**{texts.Kinds.For(held.Kind)}**: {Kept(held, reader)}"));
        yield return Parts.Note(texts.AlsoKnow);
        yield return Parts.Buttons(
            Parts.Button(texts.Export, Verbs.ExportMyData, Ref),
            Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }

    private static string Kept(DataHeld held, Reader reader)
    {
        var texts = reader.Texts.MyData;
        var until = held.Until is { } instant
            ? texts.Until.With(("date", reader.Moments.Date(instant)))
            : held.Lasts switch
            {
                Lasts.WhileThere => texts.WhileThere,
                Lasts.WhileInRitual => texts.WhileInRitual,
                Lasts.WhileInUse => texts.WhileInUse,
                _ => texts.WhileTakingPart,
            };
        return $"{texts.Items.With(held.Count)}, {until}";
    }
}

internal sealed record MyDataTexts(
    string Summary,
    string Heading,
    DataKindTexts Kinds,
    Plural Items,
    Template Until,
    string WhileThere,
    string WhileTakingPart,
    string WhileInRitual,
    string WhileInUse,
    string Nothing,
    string AlsoKnow,
    string Export,
    string Preferences,
    string Forget);

internal sealed record DataKindTexts(
    string Consent,
    string Preferences,
    string AiUseDays,
    string Invitations,
    string Connections,
    string Answers,
    string NotWith,
    string Chat,
    string Rituals,
    string Office)
{
    public string For(DataKind kind) => kind switch
    {
        DataKind.Consent => Consent,
        DataKind.Preferences => Preferences,
        DataKind.AiUseDays => AiUseDays,
        DataKind.Invitations => Invitations,
        DataKind.Connections => Connections,
        DataKind.Answers => Answers,
        DataKind.NotWith => NotWith,
        DataKind.Chat => Chat,
        DataKind.Rituals => Rituals,
        DataKind.Office => Office,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No texts for this kind."),
    };
}
