using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The kinds of data held about a person.</summary>
internal enum DataKind
{
    Consent, Preferences, Topics, AiUseDays, Notices, Invitations, Connections, Answers, Votes, NotWith, Chat, Rituals, Helpers, Help,
    Office,
}

/// <param name="Count">How many are held.</param>
/// <param name="Since">When the first of them began, as far as known.</param>
/// <param name="Until">When the last of them is deleted; null when there is no date.</param>
/// <param name="KeptWhile">How long they are kept when there is no date.</param>
internal sealed record DataHeld(DataKind Kind, int Count, Instant? Since, Instant? Until, KeptWhile KeptWhile);

/// <summary>What became of asking for everything.</summary>
internal enum ExportState
{
    NotAsked,

    /// <summary>Teams asks below whether the files may be put into OneDrive.</summary>
    Offered,

    /// <summary>It is below as text.</summary>
    AsText,

    /// <summary>It is below as text, because bots send no files in this cloud.</summary>
    NoFiles,
}

/// <summary>How long data without a deletion date is kept.</summary>
internal enum KeptWhile
{
    /// <summary>While they have the app; for somebody who never joined.</summary>
    WhileThere,

    /// <summary>While they participate, and 90 days after stopping.</summary>
    WhileTakingPart,
    WhileInRitual,

    /// <summary>Until a vote is counted.</summary>
    WhileCounting,

    /// <summary>While the app is in use; for what was done in a role.</summary>
    WhileInUse,
}

/// <summary>
/// The kinds of data held about the person, in a few sentences each: what, since when, what for and until when. The files contain the data.
/// </summary>
internal sealed record MyDataCard(CardRef Ref, IReadOnlyList<DataHeld> Held, ExportState Export = ExportState.NotAsked) : Card
{
    public override string Summary(Texts texts) => texts.MyData.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.MyData;
        yield return Parts.Heading(texts.Heading);
        yield return Held.Count == 0
            ? Parts.Line(texts.Nothing)
            : Parts.Bullets(Held.Select(held => Sentences(held, reader)));
        yield return Parts.Note(texts.AlsoKnow);
        if (Export != ExportState.NotAsked)
        {
            yield return Parts.Strong(EnumTexts.Of<string>(texts, Export));
        }

        if (Held.Count > 0 && Export is ExportState.NotAsked or ExportState.Offered)
        {
            yield return Parts.Buttons(Export == ExportState.NotAsked
                ? Parts.Button(texts.Export, Verbs.ExportMyData, Ref)
                : Parts.Button(reader.Texts.MyDataFile.AsText, Verbs.ExportMyDataAsText, Ref));
        }

        yield return Parts.MoreButtons(Parts.Button(texts.Preferences, Verbs.OpenPreferences, Ref));
        yield return Parts.MoreButtons(Parts.Button(texts.Forget, Verbs.AskForget, Ref));
    }

    private static string Sentences(DataHeld held, Reader reader)
    {
        var texts = reader.Texts.MyData;
        var what = held.Since is { } since
            ? texts.ItemsSince.With(("items", texts.Items.With(held.Count)), ("date", reader.Moments.Date(since)))
            : $"{texts.Items.With(held.Count)}.";
        var until = held.Until is { } instant
            ? texts.Until.With(("date", reader.Moments.Date(instant)))
            : EnumTexts.Of<string>(texts, held.KeptWhile);
        return $"**{texts.Kinds.For(held.Kind)}**: {what} {texts.Why.For(held.Kind)} {until}";
    }
}

internal sealed record MyDataTexts(
    string Summary, string Heading, DataKindTexts Kinds, DataKindTexts Why, Plural Items, Template ItemsSince, Template Until,
    string WhileThere, string WhileTakingPart, string WhileInRitual, string WhileCounting, string WhileInUse, string Nothing,
    string AlsoKnow, string Export, string Preferences, string Forget, string Offered, string AsText, string NoFiles);

internal sealed record DataKindTexts(
    string Consent, string Preferences, string Topics, string AiUseDays, string Notices, string Invitations, string Connections,
    string Answers, string Votes, string NotWith, string Chat, string Rituals, string Helpers, string Help, string Office)
{
    public string For(DataKind kind) => EnumTexts.Of<string>(this, kind);
}
