using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>The reveal: who helps whom, when and exactly where. Both read it; only one line differs.</summary>
/// <param name="Words">The question in the asker's own words; null once they were erased.</param>
/// <param name="IsAsker">Whether the reader is the one who asked.</param>
internal sealed record HelpTakenCard(MeetingDetails Meeting, string? Words, bool IsAsker) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Taken.Summary;

    public override string ToString() => "who helps";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Taken;
        var name = Colleague.NamesOf(Meeting.Others, reader.Texts);
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        foreach (var element in Meeting.WhenAndWhere(reader))
        {
            yield return element;
        }

        yield return Parts.Line((IsAsker ? texts.HelpsYou : texts.YouHelp).With(("name", name)));
        if (Words is not null)
        {
            yield return OwnWordsBox.Of(Words);
        }

        yield return Parts.Note(reader.Texts.Connection.Closing(reader, Meeting.Slot));
        foreach (var element in Meeting.Buttons(reader))
        {
            yield return element;
        }
    }
}

internal sealed record HelpTakenTexts(string Summary, Template HelpsYou, Template YouHelp);
