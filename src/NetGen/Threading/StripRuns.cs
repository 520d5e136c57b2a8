using NetGen.Weights;

namespace NetGen.Threading;

/// <summary>
/// The runs of memory that own columns of a matrix in strips take, padding included: a whole strip is one run, of a shared one each
/// row's part is. See <see cref="TensorLayout.InStrips"/>.
/// </summary>
/// <param name="rows">Rows of the matrix.</param>
/// <param name="columns">All its columns.</param>
/// <param name="own">The own columns: shares in blocks of 16.</param>
public readonly struct StripRuns(int rows, int columns, Share own)
{
    private readonly int rows = rows;
    private readonly int columns = columns;
    private readonly Share own = own;

    /// <summary>Goes through the runs, each by its first element, counted from the matrix's first, and its length.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Where an enumeration stands.</summary>
    /// <param name="runs">What is gone through.</param>
    public struct Enumerator(StripRuns runs)
    {
        private readonly StripRuns runs = runs;
        private int column = runs.own.First;
        private int row;

        /// <summary>The run.</summary>
        public Share Current { get; private set; }

        /// <summary>Goes on to the next run.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            if (column >= runs.own.End)
            {
                return false;
            }

            int strip = Strip.StartOf(column), stride = Strip.StrideAt(strip, runs.columns);
            int end = runs.own.End == runs.columns ? strip + stride : Math.Min(runs.own.End, strip + stride);
            int first = (int)Strip.PlaceOf(row, column, runs.rows, runs.columns);
            bool isWhole = end - column == stride;
            Current = new Share(first, isWhole ? stride * runs.rows : end - column);
            row = isWhole ? runs.rows : row + 1;
            if (row == runs.rows)
            {
                row = 0;
                column = end;
            }

            return true;
        }
    }
}
