using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>A sentence of thanks, for an asker who wants to write one. Nobody has to.</summary>
/// <param name="Words">What was typed before, when it could not be sent.</param>
/// <param name="Problem">What is wrong with it; null at first.</param>
internal sealed record ThankHelperCard(CardRef Ref, Colleague Helper, string? Words = null, string? Problem = null) : Card
{
    public const int LongestWords = 140;

    public override string Summary(Texts texts) => texts.Thanks.Summary;

    public override string ToString() => "a form for thanks";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Thank;
        var name = Helper.Shown(reader.Texts);
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line.With(("name", name)));
        yield return new InputText
        {
            Id = Inputs.OwnWords, Label = texts.Words.Label, IsRequired = true, ErrorMessage = texts.Words.Error, Value = Words,
            MaxLength = Math.Max(LongestWords, Words?.Length ?? 0),
        };
        if (Problem is not null)
        {
            yield return Parts.Strong(MarkdownText.Escape(Problem));
        }

        yield return Parts.Buttons(Parts.Send(texts.Send, Verbs.HelpThanks, Ref));
    }
}

/// <summary>A colleague's thanks, delivered once.</summary>
internal sealed record ThankedCard(Colleague From, string Words) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Thank.DeliveredSummary;

    public override string ToString() => "thanks";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        yield return Parts.Heading(reader.Texts.Helping.Thank.Delivered.With(("name", From.Shown(reader.Texts))));
        yield return OwnWordsBox.Of(Words);
        if (Colleague.ChatLink(reader.Cloud, [From]) is { } chat)
        {
            yield return Parts.Buttons(Parts.Link(reader.Texts.Common.OpenChat, chat));
        }
    }
}

internal sealed record ThankHelperTexts(
    string Heading, Template Line, ChoiceTexts Words, string Send, string DeliveredSummary, Template Delivered);
