using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Walks over the terms of a phrase. A reader that doesn't succeed puts <see cref="Position"/> back.</summary>
internal sealed class Cursor(List<Term> terms, Language language, LocalDate today)
{
    private static readonly Term Nothing = new(Sense.Unknown, 0, "", 0, 0, false);

    /// <summary>The next term's index.</summary>
    public int Position { get; set; }

    /// <summary>The language the terms were read in first.</summary>
    public Language Language => language;

    /// <summary>Today in the team's zone.</summary>
    public LocalDate Today => today;

    /// <summary>All terms.</summary>
    public List<Term> Terms => terms;

    /// <summary>Whether no term is left.</summary>
    public bool AtEnd => Position >= terms.Count;

    /// <summary>A term from here on; one of no sense beyond the end.</summary>
    public Term Peek(int ahead = 0) => Position + ahead < terms.Count ? terms[Position + ahead] : Nothing;

    /// <summary>Whether a term from here on has one of these senses.</summary>
    public bool Is(Sense sense, int ahead = 0) => Position + ahead < terms.Count && terms[Position + ahead].Sense == sense;

    /// <summary>Whether a term from here on is this mark.</summary>
    public bool IsMark(string mark, int ahead = 0) => Is(Sense.Mark, ahead) && Peek(ahead).Text == mark;

    /// <summary>Takes the next term if it has this sense.</summary>
    public bool Take(Sense sense) => Take(sense, out _);

    /// <summary>Takes the next term if it has this sense.</summary>
    public bool Take(Sense sense, out Term term)
    {
        term = Peek();
        if (!Is(sense))
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Takes the next term if it is this mark.</summary>
    public bool TakeMark(string mark)
    {
        if (!IsMark(mark))
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Passes over every next term of these senses.</summary>
    public void Skip(params ReadOnlySpan<Sense> senses)
    {
        while (!AtEnd && senses.Contains(Peek().Sense))
        {
            Position++;
        }
    }

    /// <summary>Puts the position back and says no.</summary>
    public bool Back(int position)
    {
        Position = position;
        return false;
    }

    /// <summary>Where the terms from a position up to here stand.</summary>
    public Span Since(int position) => Position == position ? Span.None : new Span(terms[position].Start, terms[Position - 1].End);
}
