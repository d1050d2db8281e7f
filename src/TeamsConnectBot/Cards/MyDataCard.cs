using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The kinds of data held about a person.</summary>
internal enum DataKind
{
    Consent, Preferences, AiUseDays, Invitations, Connections, Answers, NotWith, Chat, Rituals, Office, Help,
}

/// <param name="Count">How many are held.</param>
/// <param name="Until">When the last of them is deleted; null when there is no date.</param>
/// <param name="KeptWhile">How long they are kept when there is no date.</param>
internal sealed record DataHeld(DataKind Kind, int Count, Instant? Until, KeptWhile KeptWhile);

/// <summary>How long data without a deletion date is kept.</summary>
internal enum KeptWhile
{
    /// <summary>While they have the app; for somebody who never joined.</summary>
    WhileThere,

    /// <summary>While they participate, and 90 days after stopping.</summary>
    WhileTakingPart,
    WhileInRitual,

    /// <summary>While the app is in use; for what was done in a role.</summary>
    WhileInUse,
}

/// <summary>The kinds of data held about the person; the export contains the data itself.</summary>
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
            Parts.Button(texts.Export, Verbs.ExportMyData, Ref), Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }

    private static string Kept(DataHeld held, Reader reader)
    {
        var texts = reader.Texts.MyData;
        var until = held.Until is { } instant
            ? texts.Until.With(("date", reader.Moments.Date(instant)))
            : EnumTexts.Of<string>(texts, held.KeptWhile);
        return $"{texts.Items.With(held.Count)}, {until}";
    }
}

internal sealed record MyDataTexts(
    string Summary, string Heading, DataKindTexts Kinds, Plural Items, Template Until, string WhileThere, string WhileTakingPart,
    string WhileInRitual, string WhileInUse, string Nothing, string AlsoKnow, string Export, string Preferences, string Forget);

internal sealed record DataKindTexts(
    string Consent, string Preferences, string AiUseDays, string Invitations, string Connections, string Answers, string NotWith,
    string Chat, string Rituals, string Office, string Help)
{
    public string For(DataKind kind) => EnumTexts.Of<string>(this, kind);
}
