using System.Globalization;
using NodaTime;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The step before a connection is moved or called off. It tells what the others will read, which is no reason.</summary>
/// <param name="OtherMoments">Gaps everyone shares, at most three; empty when there are none.</param>
internal sealed record CantMakeItCard(Meeting Meeting, IReadOnlyList<Interval> OtherMoments) : Card
{
    public override string Summary(Texts texts) => texts.CantMakeIt.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.CantMakeIt;
        var canMove = OtherMoments.Count > 0;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Tight(Meeting.When(reader));
        if (canMove)
        {
            yield return Choice(texts, reader);
            yield return Parts.Note(texts.OnMove);
        }

        yield return Parts.Note(texts.OnCallOff);
        var callOff = Parts.Button(texts.CallOff, Verbs.ConnectionCallOff, Meeting.Ref);
        yield return canMove
            ? Parts.Buttons(Parts.Send(texts.Move, Verbs.ConnectionMove, Meeting.Ref), callOff)
            : Parts.Buttons(callOff);
        yield return Parts.MoreButtons(Parts.Button(texts.Keep, Verbs.ConnectionKeep, Meeting.Ref));
    }

    private InputChoiceSet Choice(CantMakeItTexts texts, Reader reader) => new()
    {
        Id = Inputs.Moment,
        Label = texts.Moment.Label,
        ErrorMessage = texts.Moment.Error,
        IsRequired = true,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. OtherMoments.Select((moment, index) =>
            new Choice(reader.Moments.Short(moment, Meeting.SpansZones), index.ToString(CultureInfo.InvariantCulture)))],
    };
}

internal sealed record CantMakeItTexts(
    string Summary, string Heading, ChoiceTexts Moment, string OnMove, string OnCallOff, string Move, string CallOff, string Keep);
