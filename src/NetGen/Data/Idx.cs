namespace NetGen;

/// <summary>
/// Reads datasets from IDX files, the form of MNIST (http://yann.lecun.com/exdb/mnist): images as unsigned bytes in one file,
/// labels in another. Files whose names end in <c>.gz</c> are unpacked on the way; one that is cut off is refused.
/// </summary>
public static class Idx
{
    private const int MostAxes = 8;
    private const int Brightest = byte.MaxValue;

    /// <summary>Reads images and their labels.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="imagesPath">The images, [samples, rows, columns] or any other shape of samples.</param>
    /// <param name="labelsPath">The labels, [samples].</param>
    /// <param name="scale">Whether pixels are divided by 255, so that they are 0 to 1; otherwise they stay 0 to 255.</param>
    /// <returns>Samples whose inputs are the pixels row by row.</returns>
    /// <exception cref="InvalidDataException">A file is not what was expected, or their numbers of samples differ; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file is not to be read, or is a folder.</exception>
    public static Dataset<T> ReadLabeled<T>(string imagesPath, string labelsPath, bool scale = true)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var imageStream = DataFile.Open(imagesPath);
        var images = IdxArray.Read(imageStream, imagesPath, (2, MostAxes));
        using var labelStream = DataFile.Open(labelsPath);
        var labels = IdxArray.Read(labelStream, labelsPath, (1, 1));
        if (images.Shape[0] != labels.Shape[0])
        {
            throw new InvalidDataException($"Expected as many labels as images, but {imagesPath} has {images.Shape[0]} images and {labelsPath} {labels.Shape[0]} labels.");
        }

        T brightest = T.CreateChecked(scale ? Brightest : 1);
        T[] inputs = Array.ConvertAll(images.Bytes, pixel => T.CreateChecked(pixel) / brightest);
        return Dataset.Labeled(inputs, Array.ConvertAll(labels.Bytes, label => (int)label));
    }
}
