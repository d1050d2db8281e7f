using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>What the asker says afterwards.</summary>
internal enum HelpedAnswer
{
    Yes,
    Bit,
    No,

    /// <summary>The appointment did not take place.</summary>
    Off,
}

/// <summary>Asks the asker once whether it helped. The helper is never told the answer.</summary>
internal sealed record DidItHelpCard(CardRef Ref, MeetingDetails Meeting, bool IsIncomplete = false) : Card
{
    public override string Summary(Texts texts) => texts.DidYouMeet.Summary;

    public override string ToString() => "did it help";

    public static string ValueOf(HelpedAnswer answer) => $"{answer}".ToLowerInvariant();

    /// <summary>Null when a click's data has no such answer.</summary>
    public static HelpedAnswer? Read(string? sent) =>
        Enum.GetValues<HelpedAnswer>().Where(answer => ValueOf(answer) == sent).Cast<HelpedAnswer?>().FirstOrDefault();

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.DidItHelp;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(
            reader.Texts.DidYouMeet.Line.With(("meeting", Meeting.Title(reader.Texts)), ("when", Meeting.When(reader))));
        yield return new InputChoiceSet
        {
            Id = Inputs.Helped, Label = texts.Answer.Label, ErrorMessage = texts.Answer.Error, IsRequired = true,
            Style = ChoiceInputStyle.Expanded,
            Choices = [.. Enum.GetValues<HelpedAnswer>().Select(answer => new Choice(texts.Answers.For(answer), ValueOf(answer)))],
        };
        yield return Parts.Note(texts.Private);
        if (IsIncomplete)
        {
            yield return Parts.Strong(texts.Answer.Error);
        }

        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.HelpHelped, Ref));
    }
}

internal sealed record DidItHelpTexts(string Heading, ChoiceTexts Answer, HelpedTexts Answers, string Private, string Send);

internal sealed record HelpedTexts(string Yes, string Bit, string No, string Off)
{
    public string For(HelpedAnswer answer) => EnumTexts.Of<string>(this, answer);
}
