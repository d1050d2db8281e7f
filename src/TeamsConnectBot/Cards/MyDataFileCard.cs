using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>What came of a file with somebody's data that did not get into their OneDrive.</summary>
internal enum FileOutcome
{
    Declined,

    /// <summary>OneDrive is full.</summary>
    Full,

    /// <summary>OneDrive did not take it now.</summary>
    Busy,

    /// <summary>OneDrive's answer was lost: the file may be there.</summary>
    InDoubt,

    /// <summary>The question was too old, or its address is used up.</summary>
    Expired,

    /// <summary>OneDrive, or the organisation, does not allow it.</summary>
    Refused,
}

/// <summary>Says that a file is not in OneDrive, or may not be, why, and how to get the data all the same.</summary>
internal sealed record MyDataFileCard(CardRef Ref, FileOutcome Outcome) : Card
{
    public override string Summary(Texts texts) => Heading(texts.MyDataFile);

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.MyDataFile;
        yield return Parts.Heading(Heading(texts));
        yield return Parts.Line(EnumTexts.Of<string>(texts, Outcome));
        yield return Parts.Note(texts.NothingLost);
        var asText = Parts.Button(texts.AsText, Verbs.ExportMyDataAsText, Ref);
        if (Outcome is FileOutcome.Declined or FileOutcome.Refused)
        {
            yield return Parts.Buttons(asText);
            yield break;
        }

        yield return Parts.Buttons(Parts.Button(texts.Again, Verbs.ExportMyData, Ref));
        yield return Parts.MoreButtons(asText);
    }

    private string Heading(MyDataFileTexts texts) => Outcome switch
    {
        FileOutcome.Declined => texts.NothingSent,
        FileOutcome.InDoubt => texts.MayBeThere,
        _ => texts.NotThere,
    };
}

/// <param name="Stored">Shown with a file that is in OneDrive.</param>
/// <param name="StoredElsewhere">The same, when the link to it can't be shown.</param>
internal sealed record MyDataFileTexts(
    string NothingSent, string NotThere, string MayBeThere, string Declined, string Full, string Busy, string InDoubt, string Expired,
    string Refused, string NothingLost, string Again, string AsText, string Stored, string StoredElsewhere);
