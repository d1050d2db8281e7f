using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The open table takes place: who comes, when, exactly where, and who hosts it.</summary>
/// <param name="Opener">The volunteer who hosts the table; null when it is the reader.</param>
/// <param name="Question">Which opening question; the same number is the same question in every language.</param>
internal sealed record OpenTableCard(MeetingDetails Meeting, Colleague? Opener, int Question) : Card
{
    // Nobody reads a longer list of names.
    private const int NamesShown = 12;

    public override string Summary(Texts texts) => texts.Connection.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.OpenTable;
        yield return Parts.Heading(Meeting.Title(reader.Texts));
        foreach (var element in Meeting.WhenAndWhere(reader))
        {
            yield return element;
        }

        yield return Parts.Line(texts.Comes.With(("names", Names(reader.Texts))));
        yield return Parts.Line(reader.Texts.Connection.WhoOpens(Opener, reader.Texts));
        yield return OpeningQuestion.Build(reader.Texts, reader.Texts.Questions[Question]);
        yield return Parts.Note(reader.Texts.Connection.Closing(reader, Meeting.Slot));
        foreach (var element in Meeting.Buttons(reader))
        {
            yield return element;
        }
    }

    private string Names(Texts texts)
    {
        if (Meeting.Others.Count <= NamesShown)
        {
            return Colleague.NamesOf(Meeting.Others, texts);
        }

        var shown = string.Join(", ", Meeting.Others.Take(NamesShown).Select(person => person.Shown(texts)));
        return texts.OpenTable.AndMore.With(("names", shown), ("count", $"{Meeting.Others.Count - NamesShown}"));
    }
}

internal sealed record OpenTableTexts(string Title, Template Comes, Template AndMore);
