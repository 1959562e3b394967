export const channels = [
  "in_person",
  "phone",
  "email",
  "letter",
  "messaging",
  "video_call",
  "social_network",
  "professional_network",
  "job_site",
  "freelance_platform",
  "dating_app",
  "online_game",
  "device",
  "other",
  "unknown",
] as const;
export type Channel = (typeof channels)[number];
