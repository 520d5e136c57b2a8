using System.Numerics;
using NetGen.Weights;

namespace NetGen.Reference;

/// <summary>Parameters of any element type, read and written in double without allocating.</summary>
internal sealed class ParameterCopy<T>(TensorStore<T> parameters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, T[]> rows = parameters.Tensors.ToDictionary(tensor => tensor.Name, tensor => new T[tensor.Length]);

    public void Read(string tensor, Span<double> elements)
    {
        T[] row = rows[tensor];
        parameters.Read(tensor, row);
        for (int i = 0; i < row.Length; i++)
        {
            elements[i] = double.CreateTruncating(row[i]);
        }
    }

    public void Write(string tensor, ReadOnlySpan<double> elements)
    {
        T[] row = rows[tensor];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = T.CreateTruncating(elements[i]);
        }

        parameters.Write(tensor, row);
    }
}
