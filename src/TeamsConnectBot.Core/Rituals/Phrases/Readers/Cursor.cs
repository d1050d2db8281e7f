using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Walks over the terms of a phrase.</summary>
internal sealed class Cursor(List<Term> terms, Language language, LocalDate today)
{
    private static readonly Term Nothing = new(Sense.Unknown, 0, "", 0, 0, false);

    /// <summary>The index of the next term.</summary>
    public int Position { get; set; }

    /// <summary>The language whose words took precedence when the terms were read.</summary>
    public Language Language => language;

    /// <summary>Today in the team's zone.</summary>
    public LocalDate Today => today;

    /// <summary>All terms.</summary>
    public List<Term> Terms => terms;

    /// <summary>Whether there are no more terms.</summary>
    public bool AtEnd => Position >= terms.Count;

    /// <summary>The term before the next one.</summary>
    public Term Previous => terms[Position - 1];

    /// <summary>The next term, or one further on; past the end a term of unknown sense.</summary>
    public Term Peek(int ahead = 0) => Position + ahead < terms.Count ? terms[Position + ahead] : Nothing;

    /// <summary>Whether the next term, or one further on, has this sense.</summary>
    public bool Is(Sense sense, int ahead = 0) => Position + ahead < terms.Count && terms[Position + ahead].Sense == sense;

    /// <summary>Whether the next term has one of these senses.</summary>
    public bool IsAny(params ReadOnlySpan<Sense> senses) => !AtEnd && senses.Contains(Peek().Sense);

    /// <summary>Whether the next term, or one further on, is this mark.</summary>
    public bool IsMark(string mark, int ahead = 0) => Is(Sense.Mark, ahead) && Peek(ahead).Text == mark;

    /// <summary>Takes the next term if it has this sense.</summary>
    public bool Take(Sense sense) => Take(sense, out _);

    /// <summary>Takes the next term if it has this sense.</summary>
    public bool Take(Sense sense, out Term term)
    {
        term = Peek();
        return MoveIf(Is(sense));
    }

    /// <summary>Takes the next term if it has one of these senses.</summary>
    public bool TakeAny(params ReadOnlySpan<Sense> senses) => MoveIf(IsAny(senses));

    /// <summary>Takes the next term if it is this mark.</summary>
    public bool TakeMark(string mark) => MoveIf(IsMark(mark));

    /// <summary>Skips all next terms with these senses.</summary>
    public void Skip(params ReadOnlySpan<Sense> senses)
    {
        while (TakeAny(senses))
        {
        }
    }

    /// <summary>Moves on if a condition holds, and returns whether it does.</summary>
    public bool MoveIf(bool condition, int count = 1)
    {
        Position += condition ? count : 0;
        return condition;
    }

    /// <summary>Restores the position and returns false.</summary>
    public bool Back(int position)
    {
        Position = position;
        return false;
    }

    /// <summary>Runs a reader, and restores the position if it finds nothing.</summary>
    public T? Try<T>(Func<Cursor, T?> read)
        where T : class
    {
        var start = Position;
        if (read(this) is { } found)
        {
            return found;
        }

        Position = start;
        return null;
    }

    /// <summary>Whether a reader finds something here; the position stays.</summary>
    public bool Sees(Func<Cursor, bool> read)
    {
        var start = Position;
        var found = read(this);
        Position = start;
        return found;
    }

    /// <summary>The position in the text of the terms from an index up to here.</summary>
    public TextSpan Since(int position) => Position == position ? TextSpan.None : new TextSpan(terms[position].Start, Previous.End);
}
