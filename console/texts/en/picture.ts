/** A picture is chosen, cut and sent. */
export const pictureTexts = {
  drop: 'Drop a picture here, or paste one.',
  choose: 'Choose a file',
  types: 'PNG, JPEG or WebP. You cut a square out of it next.',
  wrongType: {
    title: 'Not a kind of picture that we take',
    detail: 'Choose a PNG, JPEG or WebP file. A phone’s HEIC picture can be saved as JPEG first.',
  },
  tooLarge: {
    title: 'The file is too large',
    detail: 'A file may have 30 MB. Save the picture smaller, and choose it again.',
  },
  unreadable: {
    title: 'The picture cannot be read',
    detail:
      'The file is damaged, or not what its name says. Open it in another program, save it anew, and choose that.',
  },
  uncut: {
    title: 'The picture cannot be cut',
    detail: 'Your browser did not manage it. Zoom in a little, or choose a smaller picture.',
  },
  move: 'Part of the picture that is used. Arrow keys move the picture.',
  zoom: 'Zoom',
  times: (nearness: number) => `${nearness.toFixed(1)}×`,
  straighten: 'Straighten',
  degrees: (slant: number) => `${slant.toFixed(1)}°`,
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  round: 'Show it round',
  square: 'Show it square',
  other: 'Choose another',
  use: 'Use this picture',
  sending: 'Upload',
  sent: (percent: number) => `${percent} % sent`,
  taking: 'Sent; making it ready…',
  remove: 'Remove picture',
  lost: 'Initials stand in its place. The picture is deleted for good: to have it back, choose the file once more.',
} as const;
